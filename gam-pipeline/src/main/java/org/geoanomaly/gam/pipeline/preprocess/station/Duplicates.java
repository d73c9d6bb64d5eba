package org.geoanomaly.gam.pipeline.preprocess.station;

import java.util.Arrays;

/** Readings at one place and height, made one. */
public final class Duplicates {
    private static final int INDEX_BITS = 28;
    /** Below this many readings at one place their weighted mean is taken, from it on their median. */
    private static final int ENOUGH_FOR_MEDIAN = 3;

    private Duplicates() {}

    /**
     * What came of it.
     *
     * @param readings one for each place and height, in the order of the first of each
     * @param combined readings that went into another
     * @param places at which there were several
     * @param largest difference between two readings of a place, unit of the values
     */
    public record Result(Readings readings, int combined, int places, double largest) {}

    /**
     * Combines readings closer than {@code distance} sideways and {@code rise} upward. The weighted mean of two, the median of more; the uncertainty
     * is that of the mean, but not below what their scatter says.
     *
     * @param distance m
     * @param rise m; unknown heights count as equal
     */
    public static Result combine(Readings in, double distance, double rise) {
        int n = in.size();
        int[] order = byEasting(in.easting());
        int[] first = new int[n];
        Arrays.fill(first, -1);
        int combined = 0;
        for (int a = 0; a < n; a++) {
            int i = order[a];
            if (first[i] >= 0) {
                continue;
            }
            first[i] = i;
            for (int b = a + 1; b < n && in.easting()[order[b]] - in.easting()[i] <= distance; b++) {
                int k = order[b];
                if (first[k] < 0 && same(in, i, k, distance, rise)) {
                    first[k] = i;
                    combined++;
                }
            }
        }
        return combined == 0 ? new Result(in, 0, 0, 0) : merged(in, first, combined);
    }

    private static boolean same(Readings in, int i, int k, double distance, double rise) {
        double east = in.easting()[k] - in.easting()[i];
        double north = in.northing()[k] - in.northing()[i];
        double up = in.height()[k] - in.height()[i];
        return east * east + north * north <= distance * distance && !(Math.abs(up) > rise);
    }

    /** Row numbers from west to east, to the millimetre; equal ones in their own order. */
    private static int[] byEasting(double[] easting) {
        double west = Arrays.stream(easting).min().orElse(0);
        long[] packed = new long[easting.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = Math.round((easting[i] - west) * 1000) << INDEX_BITS | i;
        }
        Arrays.sort(packed);
        int[] order = new int[packed.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = (int) (packed[k] & ((1L << INDEX_BITS) - 1));
        }
        return order;
    }

    private static Result merged(Readings in, int[] first, int combined) {
        int n = in.size();
        long[] members = new long[n];
        for (int i = 0; i < n; i++) {
            members[i] = (long) first[i] << INDEX_BITS | i;
        }
        Arrays.sort(members);
        double[] value = in.value().clone();
        double[] uncertainty = in.uncertainty().clone();
        int[] kept = new int[n - combined];
        int places = 0;
        double largest = 0;
        int out = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            long own = members[from] >>> INDEX_BITS;
            while (to < n && members[to] >>> INDEX_BITS == own) {
                to++;
            }
            kept[out++] = (int) own;
            if (to - from > 1) {
                places++;
                int[] rows = new int[to - from];
                for (int k = from; k < to; k++) {
                    rows[k - from] = (int) (members[k] & ((1L << INDEX_BITS) - 1));
                }
                largest = Math.max(largest, combine(in, rows, (int) own, value, uncertainty));
            }
            from = to;
        }
        Arrays.sort(kept);
        return new Result(in.withValues(value, uncertainty).pick(kept), combined, places, largest);
    }

    /** Writes the common value of some rows at {@code to}; the difference of the extreme ones is the answer. */
    private static double combine(Readings in, int[] rows, int to, double[] value, double[] uncertainty) {
        int m = rows.length;
        double[] v = new double[m];
        double weights = 0;
        double mean = 0;
        for (int k = 0; k < m; k++) {
            v[k] = in.value()[rows[k]];
            double sigma = in.uncertainty()[rows[k]];
            double w = sigma > 0 ? 1 / (sigma * sigma) : Double.NaN;
            weights += w;
            mean += w * v[k];
        }
        Arrays.sort(v);
        double middle = Arrays.stream(v).average().orElseThrow();
        double spread = 0;
        for (double x : v) {
            spread += (x - middle) * (x - middle);
        }
        double scatter = Math.sqrt(spread / (m - 1) / m);
        boolean known = Double.isFinite(weights);
        if (m >= ENOUGH_FOR_MEDIAN) {
            value[to] = m % 2 == 1 ? v[m / 2] : 0.5 * (v[m / 2 - 1] + v[m / 2]);
        } else {
            value[to] = known ? mean / weights : middle;
        }
        uncertainty[to] = known ? Math.max(Math.sqrt(1 / weights), scatter) : Double.NaN;
        return v[m - 1] - v[0];
    }
}
