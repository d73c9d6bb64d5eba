package org.geoanomaly.gam.pipeline.preprocess;

import java.util.Arrays;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.processing.GravityReductions;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.gridding.NodeValues;
import org.geoanomaly.gam.pipeline.preprocess.plane.Nodes;
import org.geoanomaly.gam.pipeline.preprocess.raster.TileWindow;
import org.geoanomaly.gam.pipeline.preprocess.reduce.Terrain;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;
import org.jspecify.annotations.Nullable;

/** Takes the attraction of the rock above sea level off free-air values, and puts rock in the place of sea water. */
final class Bouguer {
    /** Readings this far above the ground are airborne, m. */
    private static final double AIRBORNE = 1000;
    /** Prisms times the places where their attraction is computed: some seconds, as far ones are taken together. */
    private static final double MAX_PAIRS = 1e9;

    private static final double COARSER = 1.25;

    private final Job job;
    private final BouguerCorrection method;
    private final double density;

    Bouguer(Job job, BouguerCorrection method, double density) {
        this.job = job;
        this.method = method;
        this.density = density;
    }

    boolean wanted() {
        return method != BouguerCorrection.NONE;
    }

    String quantity() {
        return method == BouguerCorrection.PLATE ? "simple_bouguer_anomaly" : "complete_bouguer_anomaly";
    }

    /**
     * The values of readings less the attraction.
     *
     * @param level whether all readings are at one stated height, as on a flight
     */
    double[] ofReadings(Readings in, boolean level) {
        if (job.request().terrain() == null && method == BouguerCorrection.PLATE) {
            note("a plate of the height of each station");
            return difference(in.value(), plates(in.height()));
        }
        Terrain terrain = terrain();
        double[] above = new double[in.size()];
        for (int i = 0; i < above.length; i++) {
            above[i] = in.height()[i] - Math.max(0, terrain.height(in.easting()[i], in.northing()[i]));
        }
        boolean airborne = GravityChain.median(above) > (level ? 0 : AIRBORNE);
        double[] height = airborne && method == BouguerCorrection.PLATE ? unknown(in.size()) : in.height();
        return difference(in.value(), attraction(terrain, in.easting(), in.northing(), height, airborne));
    }

    /**
     * The values at nodes less the attraction.
     *
     * @param height of the grid if it states one, m
     */
    double[] ofNodes(NodeValues in, @Nullable Double height) {
        Terrain terrain = terrain();
        Nodes nodes = job.nodes();
        double[] e = new double[nodes.size()];
        double[] n = new double[nodes.size()];
        double highest = 0;
        for (int k = 0; k < e.length; k++) {
            e[k] = nodes.easting(k);
            n[k] = nodes.northing(k);
            highest = Math.max(highest, terrain.height(e[k], n[k]));
        }
        boolean above = height != null && height > highest;
        if (height != null && !above && highest > 0) {
            job.notes()
                    .add(String.format(
                            Locale.ROOT,
                            "The grid is at a height of %.0f m, inside the terrain; the attraction was taken at the terrain's own"
                                    + " surface.",
                            height));
        }
        double[] at = above && method == BouguerCorrection.TERRAIN ? in.height() : unknown(e.length);
        return difference(in.value(), attraction(terrain, e, n, at, above));
    }

    private double[] attraction(Terrain terrain, double[] e, double[] n, double[] height, boolean above) {
        if (method == BouguerCorrection.PLATE) {
            note("a plate between sea level and the ground below each value, rock in the place of sea water");
            double[] out = new double[e.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = terrain.plate(e[i], n[i], height[i]);
            }
            return out;
        }
        note("prisms of the terrain model, rock in the place of sea water"
                + (above ? ", at the height of the values" : ""));
        return above ? terrain.above(e, n, height) : terrain.onGround(e, n, height, job.nodes());
    }

    private void note(String what) {
        job.notes()
                .add(String.format(
                        Locale.ROOT, "The attraction of %s was removed (density %.0f kg/m³).", what, density));
    }

    private Terrain terrain() {
        RawData.Gridded model = job.request().terrain();
        if (model == null) {
            throw new PreprocessingException(
                    "preprocessing.corrections.bouguer: " + method + " needs a terrain model, and there is none",
                    "name one in data.sources.topography, or set preprocessing.corrections.bouguer: none",
                    null);
        }
        Nodes cells = cells(model.grid().geometry());
        TileWindow window = TileWindow.of(model.grid(), job.request().area().frame(), cells, "the terrain model");
        return Terrain.of(window, cells, density, job.context().workers(), job.parallel(), job.notes());
    }

    /** Prisms as fine as the terrain model and half the nodes' spacing, unless that takes too long. */
    private Nodes cells(GridGeometry model) {
        double finest = model.dy() * SupportedSpacing.METRES_PER_DEGREE;
        double spacing = Math.max(finest, 0.5 * job.nodes().spacing());
        Nodes cells = Terrain.cells(job.nodes(), spacing);
        while (method == BouguerCorrection.TERRAIN && pairs(cells) > MAX_PAIRS) {
            spacing *= COARSER;
            cells = Terrain.cells(job.nodes(), spacing);
        }
        return cells;
    }

    private double pairs(Nodes cells) {
        double inside = job.nodes().size() * Math.pow(job.nodes().spacing() / cells.spacing(), 2);
        return inside * cells.size();
    }

    private double[] plates(double[] height) {
        double[] out = new double[height.length];
        for (int i = 0; i < out.length; i++) {
            // dry ground below sea level lacks rock, not rock less water
            double lacking = height[i] < 0 ? 0 : GravityReductions.SEA_WATER_DENSITY;
            out[i] = GravityReductions.bouguerPlate(height[i], density, lacking);
        }
        return out;
    }

    private static double[] unknown(int n) {
        double[] out = new double[n];
        Arrays.fill(out, Double.NaN);
        return out;
    }

    private static double[] difference(double[] value, double[] attraction) {
        double[] out = new double[value.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = value[i] - attraction[i];
        }
        return out;
    }
}
