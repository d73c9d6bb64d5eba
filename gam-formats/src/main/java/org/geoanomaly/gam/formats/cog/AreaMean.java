package org.geoanomaly.gam.formats.cog;

import java.util.Arrays;
import org.geoanomaly.gam.grid.array.FloatGrid;

/**
 * Area-weighted means of the full resolution. Along an axis of N base and n overview cells, overview cell i covers the interval [i N/n, (i +
 * 1) N/n) of base cells, and a base cell weighs as much as the length of it inside, here times n so that all weights are whole numbers.
 * Invalid cells are left out; sums run in double precision, west to east, then north to south.
 */
final class AreaMean implements LevelCells {
    private final float[] values;
    private final int baseColumns;
    private final Axis across;
    private final Axis down;
    private double[] sum = new double[0];
    private double[] weight = new double[0];

    AreaMean(FloatGrid base, Level level) {
        values = base.values();
        baseColumns = base.geometry().columns();
        across = new Axis(baseColumns, level.width());
        down = new Axis(base.geometry().rows(), level.height());
    }

    @Override
    public void row(int column, int row, int count, float[] out) {
        if (sum.length < count) {
            sum = new double[count];
            weight = new double[count];
        }
        Arrays.fill(sum, 0, count, 0);
        Arrays.fill(weight, 0, count, 0);
        for (int r = down.start[row]; r <= down.end[row]; r++) {
            addBaseRow(r * baseColumns, down.weightOf(r, row), column, count);
        }
        for (int i = 0; i < count; i++) {
            out[i] = weight[i] > 0 ? (float) (sum[i] / weight[i]) : Float.NaN;
        }
    }

    private void addBaseRow(int offset, double rowWeight, int column, int count) {
        double inner = across.innerWeight;
        for (int i = 0; i < count; i++) {
            int c = column + i;
            int first = across.start[c];
            int last = across.end[c];
            double s = 0;
            double w = 0;
            float v = values[offset + first];
            if (!Float.isNaN(v)) {
                w = across.firstWeight[c];
                s = w * v;
            }
            for (int k = first + 1; k < last; k++) {
                v = values[offset + k];
                if (!Float.isNaN(v)) {
                    w += inner;
                    s += inner * v;
                }
            }
            v = values[offset + last];
            if (last > first && !Float.isNaN(v)) {
                w += across.lastWeight[c];
                s += across.lastWeight[c] * v;
            }
            sum[i] += rowWeight * s;
            weight[i] += rowWeight * w;
        }
    }

    /** The base cells (first and last, inclusive) and weights of every overview cell along one axis. */
    private static final class Axis {
        final int[] start;
        final int[] end;
        final double[] firstWeight;
        final double[] lastWeight;
        final double innerWeight;

        Axis(int base, int overview) {
            start = new int[overview];
            end = new int[overview];
            firstWeight = new double[overview];
            lastWeight = new double[overview];
            innerWeight = overview;
            for (int i = 0; i < overview; i++) {
                long low = (long) i * base;
                long high = low + base;
                long first = low / overview;
                long last = (high - 1) / overview;
                start[i] = (int) first;
                end[i] = (int) last;
                firstWeight[i] = Math.min((first + 1) * overview, high) - low;
                lastWeight[i] = high - Math.max(last * overview, low);
            }
        }

        double weightOf(int baseCell, int i) {
            if (baseCell == start[i]) {
                return firstWeight[i];
            }
            return baseCell == end[i] ? lastWeight[i] : innerWeight;
        }
    }
}
