package org.geoanomaly.gam.grid.resample;

import java.util.Arrays;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.workers.Workers;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the source from the north to the south. Each source row is weighed along its columns once; each target row gathers its source
 * rows in ascending order, across bands if need be. The result depends neither on how the source is cut into bands nor on the number of
 * threads, because every sum is taken in the same order.
 *
 * <p>Held at a time: one band of the source, {@value #BUFFER} bytes of weighed rows, and the two sums of each target row that the end of a
 * band cuts through.
 */
final class BandedPass {
    /** Bytes of weighed source rows that are held at a time, two doubles for each target column. */
    private static final int BUFFER = 16 << 20;
    /** Source rows, or target rows, that one thread takes at a time. */
    private static final int GRAIN = 4;

    private final AxisWeights xs;
    private final AxisWeights ys;
    private final boolean centreDecides;
    private final int stride;
    private final int width;
    private final boolean[] needed;
    private final FloatGrid out;
    private final double[][] sums;
    private final double[][] norms;
    private final double[] @Nullable [] openSums;
    private final double[] @Nullable [] openNorms;
    /** The first target row that may still need source rows. */
    private int pending;

    BandedPass(int sourceRows, int sourceColumns, FloatGrid out, AxisWeights xs, AxisWeights ys, Resampling method) {
        this.xs = xs;
        this.ys = ys;
        this.centreDecides = method != Resampling.AVERAGE;
        this.stride = sourceColumns;
        this.width = xs.targets();
        this.out = out;
        this.needed = new boolean[sourceRows];
        for (int row = 0; row < ys.targets(); row++) {
            Arrays.fill(needed, ys.first(row), ys.first(row) + ys.weights(row).length, true);
        }
        int height = Math.max(1, Math.min(sourceRows, BUFFER / (2 * Double.BYTES * width)));
        this.sums = new double[height][width];
        this.norms = new double[height][width];
        this.openSums = new double[ys.targets()][];
        this.openNorms = new double[ys.targets()][];
    }

    void run(BandedGrid source, Workers workers) {
        for (int band = 0; band < source.bands(); band++) {
            int first = source.firstRow(band);
            int end = source.firstRow(band + 1);
            float[] values = source.values(band);
            for (int from = first; from < end; from += sums.length) {
                Slab slab = new Slab(values, first, from, Math.min(end, from + sums.length));
                slab.run(workers);
            }
        }
    }

    /** A few consecutive source rows. */
    private final class Slab {
        private final float[] values;
        private final int origin;
        private final int from;
        private final int to;

        /** Rows from..to-1 of a band that starts with row {@code origin}. */
        Slab(float[] values, int origin, int from, int to) {
            this.values = values;
            this.origin = origin;
            this.from = from;
            this.to = to;
        }

        void run(Workers workers) {
            workers.forEach((to - from + GRAIN - 1) / GRAIN, grain -> {
                int end = Math.min(to, from + (grain + 1) * GRAIN);
                for (int row = from + grain * GRAIN; row < end; row++) {
                    if (needed[row]) {
                        horizontal(row, sums[row - from], norms[row - from]);
                    }
                }
            });
            int begin = pending;
            int end = begin;
            while (end < ys.targets() && ys.first(end) < to) {
                end++;
            }
            int last = end;
            workers.forEach((last - begin + GRAIN - 1) / GRAIN, grain -> {
                int stop = Math.min(last, begin + (grain + 1) * GRAIN);
                for (int row = begin + grain * GRAIN; row < stop; row++) {
                    vertical(row);
                }
            });
            while (pending < end && lastSourceRow(pending) < to) {
                pending++;
            }
        }

        private void horizontal(int row, double[] rowSums, double[] rowNorms) {
            int base = (row - origin) * stride;
            for (int c = 0; c < width; c++) {
                double[] w = xs.weights(c);
                double sum = 0;
                double norm = 0;
                if (xs.contiguous(c)) {
                    int start = base + xs.first(c);
                    for (int k = 0; k < w.length; k++) {
                        float v = values[start + k];
                        if (!Float.isNaN(v)) {
                            sum += w[k] * v;
                            norm += w[k];
                        }
                    }
                } else {
                    for (int k = 0; k < w.length; k++) {
                        float v = values[base + xs.wrap(xs.first(c) + k)];
                        if (!Float.isNaN(v)) {
                            sum += w[k] * v;
                            norm += w[k];
                        }
                    }
                }
                rowSums[c] = sum;
                rowNorms[c] = norm;
            }
        }

        /** Adds the slab's part of a target row, and writes the row if it needs no more. */
        private void vertical(int row) {
            double[] w = ys.weights(row);
            int k0 = Math.max(0, from - ys.first(row));
            int k1 = Math.min(w.length, to - ys.first(row));
            if (k0 >= k1) {
                return;
            }
            double[] openSum = openSums[row];
            double[] openNorm = openNorms[row];
            double[] sum = openSum == null ? new double[width] : openSum;
            double[] norm = openNorm == null ? new double[width] : openNorm;
            for (int k = k0; k < k1; k++) {
                double[] rowSums = sums[ys.first(row) + k - from];
                double[] rowNorms = norms[ys.first(row) + k - from];
                for (int c = 0; c < width; c++) {
                    sum[c] += w[k] * rowSums[c];
                    norm[c] += w[k] * rowNorms[c];
                }
            }
            int centre = ys.centre(row);
            if (centreDecides && centre >= from && centre < to) {
                voidCentres(centre, norm);
            }
            boolean complete = k1 == w.length;
            openSums[row] = complete ? null : sum;
            openNorms[row] = complete ? null : norm;
            if (complete) {
                emit(row, sum, norm);
            }
        }

        /** A NaN among the weights outlasts what is added later, so the target stays void. */
        private void voidCentres(int centreRow, double[] norm) {
            int base = (centreRow - origin) * stride;
            for (int c = 0; c < width; c++) {
                int column = xs.centre(c);
                if (column >= 0 && Float.isNaN(values[base + column])) {
                    norm[c] = Double.NaN;
                }
            }
        }
    }

    private int lastSourceRow(int target) {
        return ys.first(target) + ys.weights(target).length - 1;
    }

    private void emit(int row, double[] sum, double[] norm) {
        if (ys.centre(row) < 0) {
            return;
        }
        float[] target = out.values();
        for (int c = 0; c < width; c++) {
            if (xs.centre(c) >= 0 && norm[c] > 0) {
                target[row * width + c] = (float) (sum[c] / norm[c]);
            }
        }
    }
}
