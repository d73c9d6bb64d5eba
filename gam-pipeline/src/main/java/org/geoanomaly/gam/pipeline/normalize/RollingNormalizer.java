package org.geoanomaly.gam.pipeline.normalize;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/**
 * Windows centred on the tile centres and wider than a tile; the score of a cell is the bilinear blend of its scores in the four windows
 * around it. Continuous across tile edges and the antimeridian; a window without spread drops out of the blend.
 */
public final class RollingNormalizer implements Normalizer {
    private static final int ACROSS = GlobalGrid.COLUMNS / GlobalGrid.TILE_CELLS;
    private static final int DOWN = GlobalGrid.ROWS / GlobalGrid.TILE_CELLS;

    /** Scales of the windows, row by row from the north-west. */
    private final RobustScale[] windows;

    private RollingNormalizer(RobustScale[] windows) {
        this.windows = windows;
    }

    /**
     * Measures all windows.
     *
     * @param windowDegrees width and height of a window, at least a tile's
     */
    public static RollingNormalizer of(FloatGrid globe, double windowDegrees, Workers workers) {
        int half = (int) Math.round(windowDegrees / 2 / GlobalGrid.CELL_DEGREES);
        RobustScale[] windows = new RobustScale[ACROSS * DOWN];
        workers.forEach(windows.length, k -> {
            int column = k % ACROSS * GlobalGrid.TILE_CELLS + GlobalGrid.TILE_CELLS / 2;
            int row = k / ACROSS * GlobalGrid.TILE_CELLS + GlobalGrid.TILE_CELLS / 2;
            windows[k] = RobustScale.of(RobustStatistics.of(window(globe, column, row, half)));
        });
        return new RollingNormalizer(windows);
    }

    private static float[] window(FloatGrid globe, int column, int row, int half) {
        int top = Math.max(0, row - half);
        int bottom = Math.min(GlobalGrid.ROWS, row + half);
        int width = Math.min(2 * half, GlobalGrid.COLUMNS);
        float[] values = new float[(bottom - top) * width];
        for (int r = top; r < bottom; r++) {
            for (int i = 0; i < width; i++) {
                int c = Math.floorMod(column - half + i, GlobalGrid.COLUMNS);
                values[(r - top) * width + i] = globe.get(c, r);
            }
        }
        return values;
    }

    @Override
    public RobustScale scale(TileId tile, Statistics statistics) {
        return windows[
                GlobalGrid.row(tile) / GlobalGrid.TILE_CELLS * ACROSS
                        + GlobalGrid.column(tile) / GlobalGrid.TILE_CELLS];
    }

    @Override
    public float[] scores(TileId tile, float[] values, Statistics statistics) {
        float[] z = new float[values.length];
        Arrays.fill(z, Float.NaN);
        for (int i = 0; i < z.length; i++) {
            if (!Float.isNaN(values[i])) {
                double column = GlobalGrid.column(tile) + i % GlobalGrid.TILE_CELLS + 0.5;
                double row = GlobalGrid.row(tile) + i / GlobalGrid.TILE_CELLS + 0.5;
                z[i] = (float) RobustScale.clamp(blend(values[i], column, row));
            }
        }
        return z;
    }

    private double blend(double value, double column, double row) {
        double u = column / GlobalGrid.TILE_CELLS - 0.5;
        double v = Math.max(0, Math.min(DOWN - 1, row / GlobalGrid.TILE_CELLS - 0.5));
        int left = (int) Math.floor(u);
        int top = Math.min(DOWN - 2, (int) v);
        double sum = 0;
        double norm = 0;
        for (int k = 0; k < 4; k++) {
            int across = left + (k & 1);
            int down = top + (k >> 1);
            double weight = (1 - Math.abs(u - across)) * (1 - Math.abs(v - down));
            RobustScale window = windows[down * ACROSS + Math.floorMod(across, ACROSS)];
            if (weight > 0 && window.defined()) {
                sum += weight * window.score(value);
                norm += weight;
            }
        }
        return norm > 0 ? sum / norm : Double.NaN;
    }
}
