package org.geoanomaly.gam.pipeline.model.deformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.deformation.los.ExponentialCovariance;
import org.geoanomaly.gam.geophysics.deformation.los.LookVectors;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.deformation.los.Nuisance;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;

/** Observations of a tile in metres, or metres a year, with the noise of their tracks. */
final class LosObservations {
    static final String TRACK = LosNames.TRACK;

    /** Factoring a track's covariance takes the cube of this. */
    private static final int MOST = 6000;

    private static final int FEWEST = 10;

    private final LosData data;
    private final List<ExponentialCovariance> noise;
    private final double factor;
    private final boolean velocity;
    private final Nuisance nuisance;

    private LosObservations(
            LosData data, List<ExponentialCovariance> noise, double factor, boolean velocity, Nuisance nuisance) {
        this.data = data;
        this.noise = List.copyOf(noise);
        this.factor = factor;
        this.velocity = velocity;
        this.nuisance = nuisance;
    }

    /**
     * Takes over observations.
     *
     * @throws PreprocessingException if there are too few or too many, or they come without what a look needs
     * @throws org.geoanomaly.gam.grid.error.UnitMismatchException if they are no displacements
     */
    static LosObservations of(ProcessedData from) {
        Observations o = from.observations();
        if (o.size() < FEWEST) {
            throw new PreprocessingException(
                    "only " + o.size() + " displacements lie over this tile",
                    "choose scenes that cover data.bbox, or leave " + from.modality() + " out of data.modalities",
                    null);
        }
        boolean velocity = from.unit().dimension() == Unit.Dimension.VELOCITY;
        double factor = from.unit().factorTo(velocity ? Unit.METRE_PER_YEAR : Unit.METRE);
        double[] number = column(o, TRACK);
        double[] distinct = Arrays.stream(number).sorted().distinct().toArray();
        double[] sill = column(o, LosNames.SILL);
        double[] range = column(o, LosNames.RANGE);
        int[] track = new int[o.size()];
        List<ExponentialCovariance> noise = new ArrayList<>();
        for (int t = 0; t < distinct.length; t++) {
            int size = 0;
            int last = 0;
            for (int i = 0; i < track.length; i++) {
                if (number[i] == distinct[t]) {
                    track[i] = t;
                    last = i;
                    size++;
                }
            }
            requireFew(size, distinct[t]);
            noise.add(new ExponentialCovariance(factor * factor * sill[last], range[last], 0.0));
        }
        LosData data = new LosData(
                new ObservationPoints(o.easting(), o.northing(), o.height()),
                looks(o),
                scaled(o.value(), factor),
                scaled(o.uncertainty(), factor),
                track);
        Nuisance nuisance = new Nuisance(asked(o, LosNames.RAMP), asked(o, LosNames.ELEVATION));
        return new LosObservations(data, noise, factor, velocity, nuisance);
    }

    private static LookVectors looks(Observations o) {
        try {
            return new LookVectors(
                    column(o, LosNames.LOS_EAST), column(o, LosNames.LOS_NORTH), column(o, LosNames.LOS_UP));
        } catch (IllegalArgumentException e) {
            throw new PreprocessingException(
                    "the insar data have an unusable line of sight: " + e.getMessage(),
                    "los_east, los_north and los_up are the unit vector from the ground to the satellite",
                    e);
        }
    }

    private static void requireFew(int size, double track) {
        if (size > MOST) {
            throw new PreprocessingException(
                    String.format(
                            Locale.ROOT,
                            "track %.0f has %d displacements in this tile, and %d are the most whose covariance can be"
                                    + " factored in full",
                            track,
                            size,
                            MOST),
                    "lower preprocessing.filter_params.insar.max_points",
                    null);
        }
    }

    /** Estimated unless the column says no. */
    private static boolean asked(Observations o, String name) {
        double[] column = o.further().get(name);
        return column == null || column[0] != 0;
    }

    private static double[] column(Observations o, String name) {
        double[] column = o.further().get(name);
        if (column == null) {
            throw new PreprocessingException(
                    "the insar data come without " + name,
                    "choose a preprocessing.preprocessor for insar, such as displacement",
                    null);
        }
        return column;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] out = values.clone();
        Arrays.setAll(out, i -> factor * out[i]);
        return out;
    }

    /** The same with standard deviations of all noise so many times as large. */
    LosObservations withNoise(double times) {
        if (times == 1.0) {
            return this;
        }
        double[] deviation = new double[data.size()];
        int[] track = new int[data.size()];
        for (int i = 0; i < track.length; i++) {
            deviation[i] = times * data.deviation(i);
            track[i] = data.track(i);
        }
        return new LosObservations(
                new LosData(data.points(), data.look(), data.values(), deviation, track),
                noise.stream()
                        .map(c -> new ExponentialCovariance(times * times * c.sill(), c.range(), 0.0))
                        .toList(),
                factor,
                velocity,
                nuisance);
    }

    LosData data() {
        return data;
    }

    List<ExponentialCovariance> noise() {
        return noise;
    }

    /** What is estimated of each track beside deformation. */
    Nuisance nuisance() {
        return nuisance;
    }

    /** Whether values are metres a year. */
    boolean velocity() {
        return velocity;
    }

    /** From metres to the data's own unit. */
    double[] restore(double[] metres) {
        return scaled(metres, 1.0 / factor);
    }

    double meanHeight() {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            sum += data.points().height(i);
        }
        return sum / data.size();
    }

    /** The height of the nearest datum above each column, m. */
    double[] ground(RegularMesh mesh) {
        double[] ground = new double[mesh.nx() * mesh.ny()];
        for (int c = 0; c < ground.length; c++) {
            double e = mesh.west(c % mesh.nx()) + 0.5 * mesh.dx();
            double n = mesh.south(c / mesh.nx()) + 0.5 * mesh.dy();
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < data.size(); i++) {
                double x = data.points().easting(i) - e;
                double y = data.points().northing(i) - n;
                if (x * x + y * y < least) {
                    least = x * x + y * y;
                    ground[c] = data.points().height(i);
                }
            }
        }
        return ground;
    }
}
