package org.geoanomaly.gam.pipeline.visual.solid;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.RegionModel;

/** Grids and models made small enough for a page: means over blocks of cells, without those that have no data. */
public final class Thinned {
    private static final int MAX_SIDE = 240;
    private static final int MAX_MODEL_SIDE = 72;
    private static final int MAX_LEVELS = 40;

    private Thinned() {}

    /** A grid of at most 240 cells each way. */
    public static FloatGrid grid(FloatGrid grid) {
        GridGeometry g = grid.geometry();
        int factor = Math.max(factor(g.columns(), MAX_SIDE), factor(g.rows(), MAX_SIDE));
        if (factor == 1) {
            return grid;
        }
        GridGeometry coarse = coarse(g, factor);
        float[] out = new float[coarse.size()];
        average(grid.values(), 0, g, factor, out, 0);
        return new FloatGrid(coarse, grid.unit(), out);
    }

    private static int factor(int cells, int most) {
        return (cells + most - 1) / most;
    }

    /** Blocks that stick out in the east and south are as large as the others. */
    private static GridGeometry coarse(GridGeometry g, int factor) {
        return new GridGeometry(
                g.crs(),
                g.west(),
                g.north(),
                g.dx() * factor,
                g.dy() * factor,
                factor(g.columns(), factor),
                factor(g.rows(), factor),
                g.registration());
    }

    private static void average(float[] values, int from, GridGeometry g, int factor, float[] out, int to) {
        int columns = factor(g.columns(), factor);
        int rows = factor(g.rows(), factor);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double sum = 0;
                int count = 0;
                for (int y = r * factor; y < Math.min(g.rows(), (r + 1) * factor); y++) {
                    for (int x = c * factor; x < Math.min(g.columns(), (c + 1) * factor); x++) {
                        float v = values[from + y * g.columns() + x];
                        if (Float.isFinite(v)) {
                            sum += v;
                            count++;
                        }
                    }
                }
                out[to + r * columns + c] = count == 0 ? Float.NaN : (float) (sum / count);
            }
        }
    }

    /** A model with levels of equal height, from the bottom up, rows from the south: as a texture has them. */
    public static Volume volume(RegionModel model, RegionModel.Layer layer) {
        GridGeometry g = model.geometry();
        RegionModel.Depths depths = model.depths();
        int factor = Math.max(factor(g.columns(), MAX_MODEL_SIDE), factor(g.rows(), MAX_MODEL_SIDE));
        GridGeometry coarse = coarse(g, factor);
        double top = depths.top(0);
        double deep = depths.bottom(depths.count() - 1) - top;
        double thinnest = deep;
        for (int k = 0; k < depths.count(); k++) {
            thinnest = Math.min(thinnest, depths.bottom(k) - depths.top(k));
        }
        int levels = (int) Math.max(2, Math.min(MAX_LEVELS, Math.ceil(deep / thinnest)));
        float[][] layers = new float[depths.count()][coarse.size()];
        for (int k = 0; k < depths.count(); k++) {
            average(layer.values(), k * g.size(), g, factor, layers[k], 0);
        }
        float[] out = new float[coarse.size() * levels];
        for (int level = 0; level < levels; level++) {
            double depth = top + deep * (levels - level - 0.5) / levels;
            fill(layers, depths, depth, coarse, out, level * coarse.size());
        }
        return new Volume(coarse, levels, out);
    }

    /** One level, between the middles of the layers above and below it. */
    private static void fill(
            float[][] layers, RegionModel.Depths depths, double depth, GridGeometry g, float[] out, int to) {
        int k = 0;
        while (k < depths.count() - 1 && depths.centre(k + 1) <= depth) {
            k++;
        }
        int next = Math.min(k + 1, depths.count() - 1);
        double gap = depths.centre(next) - depths.centre(k);
        float w = gap > 0 ? (float) Math.max(0, Math.min(1, (depth - depths.centre(k)) / gap)) : 0;
        for (int row = 0; row < g.rows(); row++) {
            int south = g.rows() - 1 - row;
            for (int c = 0; c < g.columns(); c++) {
                float a = layers[k][south * g.columns() + c];
                float b = layers[next][south * g.columns() + c];
                float mixed = a + (b - a) * w;
                out[to + row * g.columns() + c] = Float.isNaN(mixed) ? (Float.isNaN(a) ? b : a) : mixed;
            }
        }
    }

    /** Values in columns, rows from the south, levels from the bottom. */
    public static final class Volume {
        private final GridGeometry geometry;
        private final int levels;
        private final float[] values;

        private Volume(GridGeometry geometry, int levels, float[] values) {
            this.geometry = geometry;
            this.levels = levels;
            this.values = values;
        }

        public GridGeometry geometry() {
            return geometry;
        }

        public int levels() {
            return levels;
        }

        public float[] values() {
            return values;
        }
    }
}
