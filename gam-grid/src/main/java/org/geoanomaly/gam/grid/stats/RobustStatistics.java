package org.geoanomaly.gam.grid.stats;

import java.util.Arrays;

/** Computes {@link Statistics} by sorting a copy of the valid values: O(n log n), exact. */
public final class RobustStatistics {
    private RobustStatistics() {}

    public static Statistics of(float[] values) {
        return of(values, 0, values.length);
    }

    public static Statistics of(float[] values, int from, int to) {
        float[] sorted = valid(values, from, to);
        int n = sorted.length;
        if (n == 0) {
            return Statistics.NONE;
        }
        Arrays.sort(sorted);
        double mean = mean(sorted);
        double median = percentile(sorted, 50);
        return new Statistics(
                n,
                sorted[0],
                sorted[n - 1],
                mean,
                std(sorted, mean),
                median,
                medianAbsoluteDeviation(sorted, median),
                percentile(sorted, 5),
                percentile(sorted, 95));
    }

    /** Percentile p in 0..100 of ascending values, linear between order statistics. */
    public static double percentile(float[] sorted, double p) {
        double h = (sorted.length - 1) * (p / 100);
        int lo = (int) h;
        int hi = Math.min(lo + 1, sorted.length - 1);
        return sorted[lo] + (h - lo) * ((double) sorted[hi] - sorted[lo]);
    }

    private static float[] valid(float[] values, int from, int to) {
        float[] out = new float[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (!Float.isNaN(values[i])) {
                out[n++] = values[i];
            }
        }
        return n == out.length ? out : Arrays.copyOf(out, n);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private static double std(float[] values, double mean) {
        double sum = 0;
        for (float v : values) {
            sum += (v - mean) * (v - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** Median of |v - median| over ascending values, by merging the two sides outward from the median: O(n), no second sort. */
    private static double medianAbsoluteDeviation(float[] sorted, double median) {
        int n = sorted.length;
        int right = lowerBound(sorted, median);
        int left = right - 1;
        double previous = 0;
        double current = 0;
        for (int k = 0; k <= n / 2; k++) {
            previous = current;
            double dl = left >= 0 ? median - sorted[left] : Double.POSITIVE_INFINITY;
            double dr = right < n ? sorted[right] - median : Double.POSITIVE_INFINITY;
            if (dl <= dr) {
                current = dl;
                left--;
            } else {
                current = dr;
                right++;
            }
        }
        return n % 2 == 1 ? current : (previous + current) / 2;
    }

    private static int lowerBound(float[] sorted, double value) {
        int lo = 0;
        int hi = sorted.length;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (sorted[mid] < value) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }
}
