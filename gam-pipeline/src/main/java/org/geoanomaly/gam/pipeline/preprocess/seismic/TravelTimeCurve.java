package org.geoanomaly.gam.pipeline.preprocess.seismic;

import java.util.Arrays;

/**
 * Travel time as a smooth function of straight distance, for one phase: t = a + b d + c d², the curve of a velocity that grows with depth,
 * fitted by Huber's method (iteratively reweighted least squares, Huber 1981) so that wrong picks do not bend it.
 */
final class TravelTimeCurve {
    private static final int ROUNDS = 30;
    private static final double HUBER = 1.345;
    private static final double TO_SIGMA = 1.4826;

    /** Fewer picks than this give only a mean velocity. */
    private static final int FEWEST = 12;

    private final double[] coefficients;
    private final double unit;

    private TravelTimeCurve(double[] coefficients, double unit) {
        this.coefficients = coefficients;
        this.unit = unit;
    }

    /**
     * Fits the curve.
     *
     * @param distance m
     * @param time s
     */
    static TravelTimeCurve fit(double[] distance, double[] time) {
        double unit = Math.max(Arrays.stream(distance).max().orElse(1), 1);
        int terms = distance.length < FEWEST ? 1 : 3;
        double[] weight = new double[distance.length];
        Arrays.fill(weight, 1);
        TravelTimeCurve curve = new TravelTimeCurve(solve(distance, time, weight, unit, terms), unit);
        for (int round = 0; round < ROUNDS; round++) {
            double[] misfit = new double[distance.length];
            for (int i = 0; i < misfit.length; i++) {
                misfit[i] = Math.abs(time[i] - curve.at(distance[i]));
            }
            double limit = HUBER * Math.max(TO_SIGMA * median(misfit), 1e-6);
            for (int i = 0; i < misfit.length; i++) {
                weight[i] = misfit[i] <= limit ? 1 : limit / misfit[i];
            }
            curve = new TravelTimeCurve(solve(distance, time, weight, unit, terms), unit);
        }
        return curve;
    }

    /** Travel time at a distance, s. */
    double at(double distance) {
        double d = distance / unit;
        return coefficients[0] + d * (coefficients[1] + d * coefficients[2]);
    }

    /** The middle of the values; NaN if there are none. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }

    /** Normal equations of one or three unknowns; a hint of damping keeps equal distances from making them singular. */
    private static double[] solve(double[] distance, double[] time, double[] weight, double unit, int terms) {
        double[][] a = new double[3][4];
        for (int i = 0; i < distance.length; i++) {
            double d = distance[i] / unit;
            double[] row = terms == 1 ? new double[] {0, d, 0} : new double[] {1, d, d * d};
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    a[j][k] += weight[i] * row[j] * row[k];
                }
                a[j][3] += weight[i] * row[j] * time[i];
            }
        }
        double damping = 1e-9 * Math.max(distance.length, 1);
        for (int j = 0; j < 3; j++) {
            a[j][j] += damping;
        }
        for (int p = 0; p < 3; p++) {
            for (int r = p + 1; r < 3; r++) {
                double f = a[r][p] / a[p][p];
                for (int c = p; c < 4; c++) {
                    a[r][c] -= f * a[p][c];
                }
            }
        }
        double[] x = new double[3];
        for (int p = 2; p >= 0; p--) {
            double sum = a[p][3];
            for (int c = p + 1; c < 3; c++) {
                sum -= a[p][c] * x[c];
            }
            x[p] = sum / a[p][p];
        }
        return x;
    }
}
