package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;
import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/**
 * Values of a potential field at scattered stations. Immutable; the arrays are copied. Stations with a coordinate or a value that is not a finite
 * number are left out.
 */
public final class Stations {
    private static final int MAX_STATIONS = 1 << 28;

    private final double[] easting;
    private final double[] northing;
    private final double[] height;
    private final double[] value;
    private final double[] weight;

    private Stations(double[] easting, double[] northing, double[] height, double[] value, double[] weight) {
        this.easting = easting;
        this.northing = northing;
        this.height = height;
        this.value = value;
        this.weight = weight;
    }

    /**
     * Stations.
     *
     * @param easting m
     * @param northing m
     * @param height m, positive up
     * @param value any unit
     * @param uncertainty one standard deviation of each value, unit of the values; null if all are alike. A station whose uncertainty is not a
     *     positive number gets the median of the others
     * @throws GamException if no station is complete
     */
    public static Stations of(
            double[] easting, double[] northing, double[] height, double[] value, double @Nullable [] uncertainty) {
        int n = value.length;
        if (easting.length != n
                || northing.length != n
                || height.length != n
                || (uncertainty != null && uncertainty.length != n)) {
            throw new IllegalArgumentException("coordinates, values and uncertainties differ in length: "
                    + easting.length + ", " + northing.length + ", " + height.length + ", " + n);
        }
        int[] kept = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(easting[i] + northing[i] + height[i] + value[i])) {
                kept[count++] = i;
            }
        }
        if (count == 0) {
            throw new GamException(
                    "none of the " + n + " stations has finite coordinates and a finite value",
                    "check the columns for easting, northing, height and value",
                    null);
        }
        if (count > MAX_STATIONS) {
            throw new GamException("there are " + count + " stations, at most " + MAX_STATIONS + " can be gridded");
        }
        int[] used = Arrays.copyOf(kept, count);
        return new Stations(
                pick(easting, used),
                pick(northing, used),
                pick(height, used),
                pick(value, used),
                weights(uncertainty, used));
    }

    /** Squared inverse uncertainties, their mean 1. */
    private static double[] weights(double @Nullable [] uncertainty, int[] used) {
        double[] w = new double[used.length];
        Arrays.fill(w, 1.0);
        if (uncertainty == null) {
            return w;
        }
        double[] known = new double[used.length];
        int count = 0;
        for (int i : used) {
            if (isKnown(uncertainty[i])) {
                known[count++] = uncertainty[i];
            }
        }
        if (count == 0) {
            return w;
        }
        Arrays.sort(known, 0, count);
        double median = known[count / 2];
        double sum = 0.0;
        for (int k = 0; k < w.length; k++) {
            double sigma = isKnown(uncertainty[used[k]]) ? uncertainty[used[k]] / median : 1.0;
            w[k] = 1.0 / Math.max(sigma * sigma, 1e-6);
            sum += w[k];
        }
        for (int k = 0; k < w.length; k++) {
            w[k] *= w.length / sum;
        }
        return w;
    }

    private static boolean isKnown(double sigma) {
        return sigma > 0 && sigma < Double.POSITIVE_INFINITY;
    }

    /** The stations with these numbers. */
    Stations subset(int[] numbers) {
        return new Stations(
                pick(easting, numbers),
                pick(northing, numbers),
                pick(height, numbers),
                pick(value, numbers),
                pick(weight, numbers));
    }

    /** The same stations with other values; the array is kept. */
    Stations withValues(double[] values) {
        return new Stations(easting, northing, height, values, weight);
    }

    /** Weighted mean position, height and value of the stations of each group, its weight the sum. */
    Stations averaged(Blocks groups) {
        int m = groups.count();
        double[][] mean = new double[5][m];
        for (int b = 0; b < m; b++) {
            double sum = 0.0;
            for (int k = groups.start(b); k < groups.start(b + 1); k++) {
                int i = groups.member(k);
                double w = weight[i];
                sum += w;
                mean[0][b] += w * easting[i];
                mean[1][b] += w * northing[i];
                mean[2][b] += w * height[i];
                mean[3][b] += w * value[i];
            }
            for (int part = 0; part < 4; part++) {
                mean[part][b] /= sum;
            }
            mean[4][b] = sum;
        }
        return new Stations(mean[0], mean[1], mean[2], mean[3], mean[4]);
    }

    private static double[] pick(double[] from, int[] numbers) {
        double[] out = new double[numbers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[numbers[i]];
        }
        return out;
    }

    /** Number of complete stations. */
    public int size() {
        return value.length;
    }

    double[] easting() {
        return easting;
    }

    double[] northing() {
        return northing;
    }

    double[] height() {
        return height;
    }

    double[] value() {
        return value;
    }

    double[] weight() {
        return weight;
    }
}
