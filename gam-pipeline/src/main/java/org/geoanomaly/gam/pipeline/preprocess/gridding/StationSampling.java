package org.geoanomaly.gam.pipeline.preprocess.gridding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.geophysics.equivalent.CrossValidation;
import org.geoanomaly.gam.geophysics.equivalent.EquivalentSourceModel;
import org.geoanomaly.gam.geophysics.equivalent.EquivalentSources;
import org.geoanomaly.gam.geophysics.equivalent.FitMonitor;
import org.geoanomaly.gam.geophysics.equivalent.GriddedField;
import org.geoanomaly.gam.geophysics.equivalent.SourceSettings;
import org.geoanomaly.gam.geophysics.equivalent.StationGridding;
import org.geoanomaly.gam.geophysics.equivalent.Stations;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.station.BlockMeans;
import org.geoanomaly.gam.pipeline.preprocess.station.Neighbours;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;

/**
 * Values of scattered readings at the nodes, by equivalent sources at the readings' own heights. Readings denser than the nodes are first averaged
 * over blocks of half their spacing. A node's height is that of the readings around it.
 */
public final class StationSampling {
    /** Blocks of this part of the nodes' spacing are averaged. */
    private static final double BLOCK = 0.5;

    /** What cross-validation chooses from; more choices gain little on real surveys and each costs a fit. */
    private static final List<Double> DEPTHS = List.of(1.0);

    private static final List<Double> DAMPINGS = List.of(1e-4, 1e-2, 1e-1);
    private static final int FOLDS = 3;

    private static final int NEAREST = 6;
    /** With fewer stations no part can be held out to find the error. */
    private static final int ENOUGH = 40;

    private final Nodes nodes;
    private final Floor floor;
    private final Parallelism parallel;
    private final BooleanSupplier stop;

    /** @param stop whether to stop, asked during the fit */
    public StationSampling(Nodes nodes, Floor floor, Parallelism parallel, BooleanSupplier stop) {
        this.nodes = nodes;
        this.floor = floor;
        this.parallel = parallel;
        this.stop = stop;
    }

    /**
     * The values at the nodes.
     *
     * @param notes how well the sources predict readings they have not seen
     * @throws PreprocessingException if there are too few readings
     */
    public NodeValues of(Readings readings, String modality, List<String> notes) {
        Readings blocks = BlockMeans.of(readings, BLOCK * nodes.spacing());
        if (blocks.size() < readings.size()) {
            notes.add(readings.size() + " readings were averaged to " + blocks.size() + " blocks of "
                    + String.format(Locale.ROOT, "%.3g", BLOCK * nodes.spacing() / 1000) + " km.");
        }
        double[] height = heights(blocks);
        boolean enough = blocks.size() >= ENOUGH;
        SourceSettings settings = settings();
        EquivalentSourceModel model =
                fit(blocks, enough ? settings : settings.withFolds(0).fixed(0.5, 1, 1e-4), modality);
        double[] e = new double[nodes.size()];
        double[] n = new double[nodes.size()];
        for (int k = 0; k < e.length; k++) {
            e[k] = nodes.easting(k);
            n[k] = nodes.northing(k);
        }
        GriddedField field =
                StationGridding.grid(model, new ObservationPoints(e, n, height), StationGridding.REACH, parallel);
        double[] value = field.values();
        double[] sigma = uncertainty(field, blocks);
        for (int k = 0; k < value.length; k++) {
            height[k] = Double.isNaN(value[k]) ? Double.NaN : height[k];
        }
        note(model, enough, value, notes);
        return new NodeValues(value, sigma, height);
    }

    private static SourceSettings settings() {
        SourceSettings usual = SourceSettings.standard();
        return new SourceSettings(
                usual.kernel(), 0, usual.blocks(), DEPTHS, DAMPINGS, FOLDS, usual.maxIterations(), usual.seed());
    }

    private EquivalentSourceModel fit(Readings blocks, SourceSettings settings, String modality) {
        Stations stations =
                Stations.of(blocks.easting(), blocks.northing(), blocks.height(), blocks.value(), blocks.uncertainty());
        try {
            return EquivalentSources.fit(stations, settings, parallel, new FitMonitor() {
                @Override
                public boolean cancelled() {
                    return stop.getAsBoolean();
                }

                @Override
                public void progress(double share) {}
            });
        } catch (GamException failure) {
            throw new PreprocessingException(
                    "the " + modality + " readings cannot be gridded: " + failure.getMessage(),
                    "choose a larger data.bbox, or leave " + modality + " out of data.modalities",
                    failure);
        }
    }

    /** Errors of cross-validation where there are any, never below what the readings state or a least value. */
    private double[] uncertainty(GriddedField field, Readings blocks) {
        double[] value = field.values();
        double usual = floor.usual(value);
        double[] stated =
                Arrays.stream(blocks.uncertainty()).filter(s -> s > 0).sorted().toArray();
        double least = Math.max(floor.least(value), stated.length > 0 ? stated[stated.length / 2] : 0);
        double[] sigma = new double[value.length];
        for (int k = 0; k < sigma.length; k++) {
            double own = field.uncertainty()[k];
            sigma[k] = Double.isNaN(value[k])
                    ? Double.NaN
                    : Math.max(least, Double.isNaN(own) ? Math.max(usual, least) : own);
        }
        return sigma;
    }

    /** Heights of the readings around each node, by inverse squared distance. */
    private double[] heights(Readings blocks) {
        Neighbours index = new Neighbours(blocks.easting(), blocks.northing());
        double[] out = new double[nodes.size()];
        double soft = 0.01 * nodes.spacing() * nodes.spacing();
        parallel.run(nodes.rows(), () -> {
            Neighbours.Found found = new Neighbours.Found(NEAREST);
            return row -> {
                for (int k = row * nodes.columns(); k < (row + 1) * nodes.columns(); k++) {
                    index.nearest(nodes.easting(k), nodes.northing(k), -1, found);
                    double sum = 0;
                    double norm = 0;
                    for (int f = 0; f < found.count(); f++) {
                        double w = 1 / (soft + found.distance(f) * found.distance(f));
                        sum += w * blocks.height()[found.row(f)];
                        norm += w;
                    }
                    out[k] = sum / norm;
                }
            };
        });
        return out;
    }

    private void note(EquivalentSourceModel model, boolean enough, double[] value, List<String> notes) {
        String sources = "Gridded by " + model.sources() + " equivalent sources at the readings' own heights";
        if (enough) {
            CrossValidation cv = model.crossValidation();
            notes.add(sources
                    + String.format(
                            Locale.ROOT,
                            "; readings in blocks of %.3g km that the sources have not seen are predicted to %s (rms), R² %.3f.",
                            cv.block() / 1000,
                            floor.words(cv.rms()),
                            cv.r2()));
        } else {
            notes.add(sources + "; with so few readings their error cannot be found by leaving some out, and "
                    + floor.words(floor.usual(value)) + " was assumed.");
        }
    }
}
