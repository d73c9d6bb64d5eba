package org.geoanomaly.gam.pipeline.seam;

import java.util.Arrays;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/**
 * Measures {@link SeamStatistics} on a global grid. Edges are those between eastern and southern neighbours, across the antimeridian too;
 * pairs with a void on either side are left out.
 */
public final class SeamMeter {
    private static final int N = GlobalGrid.TILE_CELLS;

    private final FloatGrid globe;
    private float[] jumps = new float[1 << 16];
    private int pairs;
    private int edges;
    private String worst = "";
    private double worstMean;

    private SeamMeter(FloatGrid globe) {
        this.globe = globe;
    }

    public static SeamStatistics measure(FloatGrid globe) {
        SeamMeter meter = new SeamMeter(globe);
        TileId.all().forEach(meter::edgesOf);
        return meter.result();
    }

    private void edgesOf(TileId tile) {
        int column = GlobalGrid.column(tile);
        int row = GlobalGrid.row(tile);
        int eastWest = tile.west() == 170 ? -180 : tile.west() + TileId.DEGREES;
        edge(
                tile,
                new TileId(tile.south(), eastWest),
                column + N - 1,
                row,
                0,
                1,
                (column + N) % GlobalGrid.COLUMNS,
                row);
        if (tile.south() > -90) {
            edge(
                    tile,
                    new TileId(tile.south() - TileId.DEGREES, tile.west()),
                    column,
                    row + N - 1,
                    1,
                    0,
                    column,
                    row + N);
        }
    }

    private void edge(TileId a, TileId b, int ca, int ra, int stepColumn, int stepRow, int cb, int rb) {
        int before = pairs;
        double sum = 0;
        for (int i = 0; i < N; i++) {
            float jump = Math.abs(globe.get(ca + i * stepColumn, ra + i * stepRow)
                    - globe.get(cb + i * stepColumn, rb + i * stepRow));
            if (!Float.isNaN(jump)) {
                sum += jump;
                add(jump);
            }
        }
        int count = pairs - before;
        if (count > 0) {
            edges++;
            if (sum / count > worstMean) {
                worstMean = sum / count;
                worst = a.name() + "|" + b.name();
            }
        }
    }

    private void add(float jump) {
        if (pairs == jumps.length) {
            jumps = Arrays.copyOf(jumps, 2 * pairs);
        }
        jumps[pairs++] = jump;
    }

    private SeamStatistics result() {
        float[] sorted = Arrays.copyOf(jumps, pairs);
        Arrays.sort(sorted);
        var s = RobustStatistics.of(sorted);
        double p99 = pairs == 0 ? Double.NaN : RobustStatistics.percentile(sorted, 99);
        return new SeamStatistics(edges, pairs, s.mean(), s.std(), p99, interior(), worst, worstMean);
    }

    private double interior() {
        double sum = 0;
        long count = 0;
        float[] v = globe.values();
        for (int r = 0; r < GlobalGrid.ROWS; r++) {
            int base = r * GlobalGrid.COLUMNS;
            boolean rowInside = (r + 1) % N != 0;
            for (int c = 0; c < GlobalGrid.COLUMNS - 1; c++) {
                float right = Math.abs(v[base + c] - v[base + c + 1]);
                if ((c + 1) % N != 0 && !Float.isNaN(right)) {
                    sum += right;
                    count++;
                }
                float down = rowInside ? Math.abs(v[base + c] - v[base + c + GlobalGrid.COLUMNS]) : Float.NaN;
                if (!Float.isNaN(down)) {
                    sum += down;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
