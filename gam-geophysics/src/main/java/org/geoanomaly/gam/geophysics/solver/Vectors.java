package org.geoanomaly.gam.geophysics.solver;

/** Sums over vectors in a fixed order. */
public final class Vectors {
    private Vectors() {}

    /** Σ a_i b_i, in eight interleaved sums. */
    public static double dot(double[] a, double[] b) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code y += factor x}. */
    public static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    /** {@code y = x + factor y}. */
    static void scaleAndAdd(double factor, double[] y, double[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] + factor * y[i];
        }
    }

    /** The largest magnitude. */
    public static double maxAbs(double[] x) {
        double max = 0.0;
        for (double v : x) {
            max = Math.max(max, Math.abs(v));
        }
        return max;
    }
}
