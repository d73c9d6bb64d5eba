package org.geoanomaly.gam.pipeline.preprocess.insar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.FilterParams;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.raster.TileWindow;
import org.geoanomaly.gam.pipeline.preprocess.station.Neighbours;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/**
 * Displacements along lines of sight: units, masks by coherence and connected component, outliers, terrain heights, reference, covariance and
 * quadtree track by track. Offsets, ramps and what grows with height are left to the inversion, which estimates them with the sources.
 *
 * <p>Observations are in metres, or metres a year, positive toward the satellite, with the columns of {@link LosNames}.
 */
public final class DisplacementPreprocessor implements Preprocessor {
    private static final String MODALITY = "insar";
    private static final int FEWEST = 10;

    @Override
    public String id() {
        return "displacement";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public Set<String> modalities() {
        return Set.of(MODALITY);
    }

    @Override
    public ProcessedData process(PreprocessRequest request, StageContext context) {
        if (!(request.data() instanceof RawData.Points raw)) {
            throw new PreprocessingException(
                    "the insar data are a grid without a line of sight",
                    "name the product under data.sources.insar, which says where the satellite was",
                    null);
        }
        Nodes nodes = Nodes.over(request.area().mesh(), request.coarsening());
        List<String> notes = new ArrayList<>(raw.facts().notes());
        LosPoints selected = new LosSelection(raw, request.area(), nodes).select(notes);
        FilterParams.Insar params = request.settings().filterParams().insar();
        List<LosPoints> tracks = new ArrayList<>();
        LosReference reference =
                new LosReference(params.reference(), request.area().frame());
        for (double number : selected.tracks()) {
            stop(request, context, "track " + (int) number);
            LosPoints track = LosMasks.coherent(selected.track(number), params.minCoherence(), notes);
            track = LosMasks.agreeing(LosMasks.connected(track, notes), notes);
            if (track.size() < FEWEST) {
                notes.add("track " + (int) number + " has only " + track.size() + " points left and was not used.");
                continue;
            }
            tracks.add(reference.applied(track, notes));
        }
        if (tracks.isEmpty()) {
            throw new PreprocessingException(
                    "no track of the insar data has " + FEWEST + " usable points in this tile",
                    "check data.bbox",
                    null);
        }
        return answer(request, context, nodes, withHeights(request, nodes, tracks, notes), notes);
    }

    private static void stop(PreprocessRequest request, StageContext context, String what) {
        if (context.stop().getAsBoolean()) {
            throw new CancellationException();
        }
        context.progress().note(request.area().id() + " insar: " + what);
    }

    /** Heights of the product, else of the terrain model, else sea level. */
    private static List<LosPoints> withHeights(
            PreprocessRequest request, Nodes nodes, List<LosPoints> tracks, List<String> notes) {
        RawData.Gridded model = request.terrain();
        TileWindow terrain = model == null
                ? null
                : TileWindow.of(
                        model.grid(),
                        request.area().frame(),
                        nodes.around(2 * nodes.spacing(), nodes.spacing()),
                        "the terrain model");
        List<LosPoints> out = new ArrayList<>();
        int ground = 0;
        int sea = 0;
        double[] place = new double[2];
        for (LosPoints track : tracks) {
            double[] height = track.column(LosPoints.HEIGHT).clone();
            for (int i = 0; i < height.length; i++) {
                if (Double.isNaN(height[i]) && terrain != null) {
                    request.area()
                            .frame()
                            .toGeographic(track.get(LosPoints.EASTING, i), track.get(LosPoints.NORTHING, i), place);
                    height[i] = terrain.at(place[0], place[1]);
                    ground += Double.isNaN(height[i]) ? 0 : 1;
                }
                if (Double.isNaN(height[i])) {
                    height[i] = 0;
                    sea++;
                }
            }
            out.add(track.with(LosPoints.HEIGHT, height));
        }
        if (ground > 0) {
            notes.add(ground + " points state no height; they were placed on the terrain model.");
        }
        if (sea > 0) {
            notes.add(sea + " points state no height; they were placed at sea level.");
        }
        return out;
    }

    private static ProcessedData answer(
            PreprocessRequest request, StageContext context, Nodes nodes, List<LosPoints> tracks, List<String> notes) {
        FilterParams.Insar params = request.settings().filterParams().insar();
        int most = Math.max(FEWEST, params.maxPoints() / tracks.size());
        List<LosPoints> kept = new ArrayList<>();
        List<double[]> noise = new ArrayList<>();
        List<LosPoints> complete = new ArrayList<>();
        double resolution = nodes.spacing();
        for (int t = 0; t < tracks.size(); t++) {
            stop(request, context, "quadtree " + t);
            LosPoints track = tracks.get(t);
            LosReduction.Reduced reduced =
                    new LosReduction(most, spacing(track), params.looks(), context.seed() + t).reduce(track, notes);
            double[] number = new double[reduced.points().size()];
            Arrays.fill(number, t);
            kept.add(reduced.points().with(LosPoints.TRACK, number));
            noise.add(new double[] {
                reduced.covariance().sill(), reduced.covariance().range()
            });
            complete.add(known(track, reduced.points()));
            resolution = Math.max(resolution, spacing(reduced.points()));
        }
        LosPoints all = LosPoints.join(kept.toArray(LosPoints[]::new));
        Lattice lattice = new LosLattice(nodes).of(LosPoints.join(complete.toArray(LosPoints[]::new)), notes);
        boolean velocity = request.data().facts().unit().dimension() == Unit.Dimension.VELOCITY;
        return new ProcessedData(
                MODALITY,
                velocity ? "los_velocity" : "los_displacement",
                velocity ? Unit.METRE_PER_YEAR : Unit.METRE,
                observations(all, noise, params),
                lattice,
                resolution,
                null,
                notes);
    }

    /** The points before thinning with an uncertainty each: their own, or the least of those that were kept. */
    private static LosPoints known(LosPoints track, LosPoints kept) {
        double usual = Arrays.stream(kept.column(LosPoints.UNCERTAINTY)).max().orElse(1e-3);
        double[] own = Arrays.stream(track.column(LosPoints.UNCERTAINTY))
                .map(v -> Double.isNaN(v) ? usual : v)
                .toArray();
        return track.with(LosPoints.UNCERTAINTY, own);
    }

    /** Median distance of a point from its nearest neighbour, m. */
    private static double spacing(LosPoints track) {
        Neighbours index = new Neighbours(track.column(LosPoints.EASTING), track.column(LosPoints.NORTHING));
        Neighbours.Found found = new Neighbours.Found(1);
        int step = Math.max(1, track.size() / 5000);
        double[] distance = new double[(track.size() + step - 1) / step];
        int n = 0;
        for (int i = 0; i < track.size(); i += step) {
            index.nearest(track.get(LosPoints.EASTING, i), track.get(LosPoints.NORTHING, i), i, found);
            if (found.count() > 0 && found.distance(0) > 0) {
                distance[n++] = found.distance(0);
            }
        }
        Arrays.sort(distance, 0, n);
        return n == 0 ? 1 : distance[n / 2];
    }

    private static double[] flag(boolean value, int size) {
        double[] column = new double[size];
        Arrays.fill(column, value ? 1 : 0);
        return column;
    }

    private static Observations observations(LosPoints all, List<double[]> noise, FilterParams.Insar settings) {
        Map<String, double[]> further = new LinkedHashMap<>();
        further.put(LosNames.LOS_EAST, all.column(LosPoints.LOS_EAST));
        further.put(LosNames.LOS_NORTH, all.column(LosPoints.LOS_NORTH));
        further.put(LosNames.LOS_UP, all.column(LosPoints.LOS_UP));
        further.put(LosNames.TRACK, all.column(LosPoints.TRACK));
        double[] sill = new double[all.size()];
        double[] range = new double[all.size()];
        for (int i = 0; i < sill.length; i++) {
            double[] own = noise.get((int) all.get(LosPoints.TRACK, i));
            sill[i] = own[0];
            range[i] = own[1];
        }
        further.put(LosNames.SILL, sill);
        further.put(LosNames.RANGE, range);
        further.put(LosNames.RAMP, flag(settings.ramp(), sill.length));
        further.put(LosNames.ELEVATION, flag(settings.elevation(), sill.length));
        return new Observations(
                all.column(LosPoints.EASTING),
                all.column(LosPoints.NORTHING),
                all.column(LosPoints.HEIGHT),
                all.column(LosPoints.VALUE),
                all.column(LosPoints.UNCERTAINTY),
                further);
    }
}
