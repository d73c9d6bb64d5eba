package org.geoanomaly.gam.pipeline.preprocess.station;

import java.util.Arrays;

/**
 * Means of readings over square blocks of the plane, at the mean place and height of each block. Readings weigh by their inverse squared uncertainty
 * where all of a block are known, else alike.
 */
public final class BlockMeans {
    private static final int INDEX_BITS = 28;

    private BlockMeans() {}

    /**
     * One reading for each occupied block, from south-west to north-east. Its uncertainty is the standard error from the scatter in the block, but
     * not below the smallest that its readings state; unknown for a single reading of unknown uncertainty.
     *
     * @param size of a block, m
     */
    public static Readings of(Readings in, double size) {
        double west = Arrays.stream(in.easting()).min().orElse(0);
        double south = Arrays.stream(in.northing()).min().orElse(0);
        long columns = (long) (Arrays.stream(in.easting()).max().orElse(0) / size - west / size) + 2;
        long[] packed = new long[in.size()];
        for (int i = 0; i < packed.length; i++) {
            long column = (long) ((in.easting()[i] - west) / size);
            long row = (long) ((in.northing()[i] - south) / size);
            packed[i] = (row * columns + column) << INDEX_BITS | i;
        }
        Arrays.sort(packed);
        double[][] out = new double[8][packed.length];
        int n = 0;
        for (int from = 0; from < packed.length; ) {
            int to = from;
            long key = packed[from] >>> INDEX_BITS;
            while (to < packed.length && packed[to] >>> INDEX_BITS == key) {
                to++;
            }
            mean(in, packed, from, to, out, n++);
            from = to;
        }
        double[][] cut = new double[8][];
        for (int c = 0; c < 8; c++) {
            cut[c] = Arrays.copyOf(out[c], n);
        }
        return new Readings(
                new Readings.Places(cut[0], cut[1], cut[2], cut[3], cut[4]), cut[5], cut[6], cut[7]);
    }

    private static void mean(Readings in, long[] packed, int from, int to, double[][] out, int block) {
        double[][] columns = {
            in.longitude(), in.latitude(), in.easting(), in.northing(), in.height(), in.value(), in.epoch()
        };
        double[] sum = new double[columns.length];
        int start = row(packed, from);
        boolean known = true;
        double least = Double.POSITIVE_INFINITY;
        for (int k = from; k < to; k++) {
            double sigma = in.uncertainty()[row(packed, k)];
            known &= sigma > 0;
            least = sigma > 0 ? Math.min(least, sigma) : least;
        }
        double weights = 0;
        for (int k = from; k < to; k++) {
            int i = row(packed, k);
            double w = known ? 1 / (in.uncertainty()[i] * in.uncertainty()[i]) : 1;
            weights += w;
            for (int c = 0; c < sum.length; c++) {
                // relative to the first, so that longitudes across the antimeridian average to one between them
                double d = columns[c][i] - columns[c][start];
                sum[c] += w * (c == 0 ? d - 360 * Math.rint(d / 360) : d);
            }
        }
        double[] mean = new double[sum.length];
        for (int c = 0; c < sum.length; c++) {
            mean[c] = columns[c][start] + sum[c] / weights;
        }
        for (int c = 0; c < 6; c++) {
            out[c][block] = mean[c];
        }
        out[7][block] = mean[6];
        double squares = 0;
        for (int k = from; k < to; k++) {
            double d = in.value()[row(packed, k)] - mean[5];
            squares += d * d;
        }
        int m = to - from;
        double scatter = m > 1 ? Math.sqrt(squares / (m - 1) / m) : Double.NaN;
        out[6][block] = Double.isFinite(least) ? Math.max(least, m > 1 ? scatter : 0) : scatter;
    }

    private static int row(long[] packed, int k) {
        return (int) (packed[k] & ((1L << INDEX_BITS) - 1));
    }
}
