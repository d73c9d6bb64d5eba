package org.geoanomaly.gam.pipeline.preprocess.station;

import java.util.Arrays;

/**
 * Means of readings over square blocks of the plane, at the mean place and height of each block. Readings weigh by their inverse squared uncertainty
 * where all of a block are known, else alike.
 */
public final class BlockMeans {
    private static final int INDEX_BITS = 28;
    private static final int SQUARES = 8;
    private static final int COUNT = 9;
    private static final int COLUMNS = 10;
    /** The scatter of the usual block counts like so many further readings in each block: two readings alone tell little. */
    private static final double PRIOR = 4;
    /** Errors of neighbouring readings are alike, so no number of them makes a mean better than this part of their scatter. */
    private static final double LEAST = 0.25;

    private BlockMeans() {}

    /**
     * One reading for each occupied block, from south-west to north-east. Its uncertainty is the standard error from the scatter in the block, drawn
     * towards that of the usual block, but not below the smallest that its readings state; unknown if nothing tells.
     *
     * @param size of a block, m
     */
    public static Readings of(Readings in, double size) {
        double west = Arrays.stream(in.easting()).min().orElse(0);
        double south = Arrays.stream(in.northing()).min().orElse(0);
        long columns = (long) (Arrays.stream(in.easting()).max().orElse(0) / size - west / size) + 2;
        double[] slope = slope(in);
        long[] packed = new long[in.size()];
        for (int i = 0; i < packed.length; i++) {
            long column = (long) ((in.easting()[i] - west) / size);
            long row = (long) ((in.northing()[i] - south) / size);
            packed[i] = (row * columns + column) << INDEX_BITS | i;
        }
        Arrays.sort(packed);
        double[][] out = new double[COLUMNS][packed.length];
        int n = 0;
        for (int from = 0; from < packed.length; ) {
            int to = from;
            long key = packed[from] >>> INDEX_BITS;
            while (to < packed.length && packed[to] >>> INDEX_BITS == key) {
                to++;
            }
            mean(in, slope, packed, from, to, out, n++);
            from = to;
        }
        uncertainties(out, n);
        double[][] cut = new double[COLUMNS][];
        for (int c = 0; c < COLUMNS; c++) {
            cut[c] = Arrays.copyOf(out[c], n);
        }
        return new Readings(new Readings.Places(cut[0], cut[1], cut[2], cut[3], cut[4]), cut[5], cut[6], cut[7]);
    }

    /** East and north slope of the plane through all readings, by least squares: what a block's readings owe to it is no scatter. */
    private static double[] slope(Readings in) {
        int n = in.size();
        double east = Arrays.stream(in.easting()).average().orElse(0);
        double north = Arrays.stream(in.northing()).average().orElse(0);
        double level = Arrays.stream(in.value()).average().orElse(0);
        double ee = 0;
        double en = 0;
        double nn = 0;
        double ev = 0;
        double nv = 0;
        for (int i = 0; i < n; i++) {
            double e = in.easting()[i] - east;
            double m = in.northing()[i] - north;
            double v = in.value()[i] - level;
            ee += e * e;
            en += e * m;
            nn += m * m;
            ev += e * v;
            nv += m * v;
        }
        double determinant = ee * nn - en * en;
        boolean plane = determinant > 1e-12 * ee * nn;
        return plane
                ? new double[] {(nn * ev - en * nv) / determinant, (ee * nv - en * ev) / determinant}
                : new double[2];
    }

    private static void mean(Readings in, double[] slope, long[] packed, int from, int to, double[][] out, int block) {
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
            int r = row(packed, k);
            double trend = slope[0] * (in.easting()[r] - mean[2]) + slope[1] * (in.northing()[r] - mean[3]);
            double d = in.value()[r] - mean[5] - trend;
            squares += d * d;
        }
        out[6][block] = Double.isFinite(least) ? least : Double.NaN;
        out[SQUARES][block] = squares;
        out[COUNT][block] = to - from;
    }

    /** From the stated uncertainties, the squared deviations and the counts. */
    private static void uncertainties(double[][] out, int n) {
        double common = usual(out, n);
        if (Double.isNaN(common)) {
            return;
        }
        for (int b = 0; b < n; b++) {
            double count = out[COUNT][b];
            double variance = (out[SQUARES][b] + PRIOR * common) / (count - 1 + PRIOR);
            double own = Math.max(Math.sqrt(variance / count), LEAST * Math.sqrt(common));
            out[6][b] = Double.isNaN(out[6][b]) ? own : Math.max(out[6][b], own);
        }
    }

    /** Median of the variances of blocks of several readings: the mean would be that of the roughest few. NaN if there are none. */
    private static double usual(double[][] out, int n) {
        double[] variance = new double[n];
        int several = 0;
        for (int b = 0; b < n; b++) {
            if (out[COUNT][b] > 1) {
                variance[several++] = out[SQUARES][b] / (out[COUNT][b] - 1);
            }
        }
        Arrays.sort(variance, 0, several);
        return several == 0 ? Double.NaN : variance[several / 2];
    }

    private static int row(long[] packed, int k) {
        return (int) (packed[k] & ((1L << INDEX_BITS) - 1));
    }
}
