package org.geoanomaly.gam.pipeline.preprocess.check;

import java.util.Arrays;
import java.util.Locale;

/**
 * Between what bounds most values lie, so that a few wild ones do not decide what the rest are.
 *
 * @param count of the values that are numbers
 * @param low a twentieth of them lie below
 * @param middle the median
 * @param high a twentieth of them lie above
 * @param largest magnitude of all
 */
public record Spread(int count, double low, double middle, double high, double largest) {
    private static final double TAIL = 0.05;

    /** The spread of the finite values; all numbers NaN if there is none. */
    public static Spread of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted(sorted);
    }

    /** The spread of the finite values; all numbers NaN if there is none. */
    public static Spread of(float[] values) {
        double[] kept = new double[values.length];
        int n = 0;
        for (float v : values) {
            if (Float.isFinite(v)) {
                kept[n++] = v;
            }
        }
        double[] sorted = Arrays.copyOf(kept, n);
        Arrays.sort(sorted);
        return sorted(sorted);
    }

    private static Spread sorted(double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            return new Spread(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
        return new Spread(n, at(sorted, TAIL), at(sorted, 0.5), at(sorted, 1 - TAIL), largest);
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    Spread times(double factor) {
        return new Spread(count, low * factor, middle * factor, high * factor, largest * factor);
    }

    /** Such as {@code median 979100, nine tenths between 978300 and 979600}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "median %.7g, nine tenths between %.7g and %.7g", middle, low, high);
    }
}
