package org.geoanomaly.gam.pipeline.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.pipeline.config.MeshSpec;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/** Chooses the cells of a run from what the data support and what the configuration asks for. Pure. */
public final class MeshPlanner {
    /** Metres of one degree of latitude on the sphere of the Earth's mean radius. */
    public static final double METRES_PER_DEGREE = 111_195.0;

    /**
     * A body at depth z makes a field about 2z wide. One that is deeper than a third of the area's shorter side fills most of it and cannot
     * be told from a regional trend.
     */
    private static final double DEPTH_OF_EXTENT = 1.0 / 3.0;

    /** Below 60 km no rock is magnetic, and density varies with temperature and not with bodies; whoever wants more sets max_depth_km. */
    private static final double DEEPEST = 60_000;

    /** Fewer than three cells down are no model. */
    private static final double FEWEST_CELLS_DOWN = 3;

    /** Thickness of the first layer in cells: what is thinner than half the spacing of the data makes no field of its own. */
    private static final double FIRST_LAYER = 0.5;

    /** So many layers at least, so that a body's top and bottom can be told apart where data are far apart. */
    private static final int FEWEST_LAYERS = 8;

    private static final int LARGEST_FACTOR = 16;

    private MeshPlanner() {}

    /**
     * What is known before any data are processed.
     *
     * @param extentM shorter side of the area of the answer, m, without buffer and not of a single tile: tiles share one mesh
     * @param support for each modality, in order, the finest spacing its data resolve, m
     * @param topHeight height of the lowest observation above sea level, m
     */
    public record Area(double extentM, Map<String, Double> support, double topHeight) {
        public Area {
            support = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(support));
            boolean positive = support.values().stream().allMatch(s -> s > 0 && Double.isFinite(s));
            if (!(extentM > 0) || support.isEmpty() || !positive || !Double.isFinite(topHeight)) {
                throw new IllegalArgumentException("a mesh needs an extent, spacings and a height: " + extentM + " m, "
                        + support + ", " + topHeight);
            }
        }
    }

    /**
     * The mesh. Cells are as wide as {@code modeling.mesh.cell_km} says; else as {@code preprocessing.grid_res}, or as the best data
     * support if that is wider.
     *
     * @throws ConfigurationException if the area holds no three cells
     */
    public static MeshPlan plan(Area area, PreprocessingSection preprocessing, MeshSpec mesh) {
        List<String> notes = new ArrayList<>();
        double finest = area.support().values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
        double cell = cell(finest, preprocessing.gridRes(), mesh, notes);
        if (area.extentM() < FEWEST_CELLS_DOWN * cell) {
            throw new ConfigurationException(
                    text(
                            "the area is %.1f km wide and its cells %.1f km: too few for a model",
                            km(area.extentM()), km(cell)),
                    text(
                            "choose a larger data.bbox, or a finer source and preprocessing.grid_res than %.1f km",
                            km(cell)),
                    null);
        }
        double depth = depth(area.extentM(), cell, mesh, notes);
        double[] thickness = mesh.layers() > 0
                ? MeshLayers.ofCount(mesh.layers(), mesh.growth(), depth)
                : layers(FIRST_LAYER * cell, mesh.growth(), depth);
        Map<String, Integer> factors = factors(area.support(), cell, notes);
        notes.add(0, text("cells of %.3f km in %d layers down to %.2f km", km(cell), thickness.length, km(depth)));
        return new MeshPlan(
                cell,
                factors,
                thickness,
                area.topHeight(),
                mesh.paddingCells(),
                step(cell, preprocessing.gridRes()),
                notes);
    }

    private static double cell(double finest, double gridRes, MeshSpec mesh, List<String> notes) {
        if (mesh.cellKm() > 0) {
            double asked = 1000 * mesh.cellKm();
            if (asked < finest * (1 - 1e-6)) {
                notes.add(text(
                        "warning: modeling.mesh.cell_km asks for cells of %.3f km, but the best data resolve %.3f km; what is finer is "
                                + "interpolated and holds no information",
                        km(asked), km(finest)));
            }
            return asked;
        }
        double grid = gridRes * METRES_PER_DEGREE;
        if (finest > grid * (1 + 1e-6)) {
            notes.add(text(
                    "preprocessing.grid_res asks for %.3f km, the best data resolve %.3f km: cells are that wide",
                    km(grid), km(finest)));
        }
        return Math.max(grid, finest);
    }

    /** Layers from a first thickness to a depth, thinner ones where they would be too few. */
    static double[] layers(double first, double growth, double depth) {
        double[] thickness = MeshLayers.toDepth(first, growth, depth);
        return thickness.length < FEWEST_LAYERS ? MeshLayers.ofCount(FEWEST_LAYERS, growth, depth) : thickness;
    }

    private static double depth(double extent, double cell, MeshSpec mesh, List<String> notes) {
        double supported = DEPTH_OF_EXTENT * extent;
        if (mesh.maxDepthKm() > 0) {
            double asked = 1000 * mesh.maxDepthKm();
            if (asked > supported * (1 + 1e-6)) {
                notes.add(text(
                        "warning: modeling.mesh.max_depth_km of %.1f km is more than a third of the area's %.1f km: the lower part cannot be "
                                + "told from a regional trend",
                        km(asked), km(extent)));
            }
            return asked;
        }
        return Math.max(Math.min(supported, DEEPEST), FEWEST_CELLS_DOWN * FIRST_LAYER * cell);
    }

    /**
     * The depth that an area of this extent calls for, before anything is known of the data.
     *
     * @param extentM shorter side of the area of the answer, m
     */
    public static double depth(double extentM, MeshSpec mesh) {
        return mesh.maxDepthKm() > 0 ? 1000 * mesh.maxDepthKm() : Math.min(DEPTH_OF_EXTENT * extentM, DEEPEST);
    }

    /** The largest power of two that stays within each modality's support. */
    static Map<String, Integer> factors(Map<String, Double> support, double cell, List<String> notes) {
        Map<String, Integer> factors = new LinkedHashMap<>();
        support.forEach((modality, spacing) -> {
            int f = 1;
            while (f < LARGEST_FACTOR && 2 * f * cell <= spacing * (1 + 1e-6)) {
                f *= 2;
            }
            factors.put(modality, f);
            if (f > 1) {
                notes.add(text(
                        "%s resolves %.3f km and is modelled with columns of %.3f km",
                        modality, km(spacing), km(f * cell)));
            }
        });
        return factors;
    }

    /** The step in degrees that goes with a cell; exactly grid_res where the cell is. */
    private static double step(double cell, double gridRes) {
        double step = cell / METRES_PER_DEGREE;
        return Math.abs(step / gridRes - 1) < 1e-6 ? gridRes : step;
    }

    private static double km(double metres) {
        return metres / 1000;
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
