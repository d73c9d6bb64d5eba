package org.geoanomaly.gam.geophysics.operator;

/**
 * Loops over flat arrays in the form that the JIT compiler turns into vector instructions: short bodies without branches, and every array read and
 * written at the loop's own index. Where a neighbour is needed it is read from a shifted copy: as the compiler cannot tell two arrays apart, a read
 * beside the index that is written would keep the loop scalar, at a fifth of the speed.
 */
final class VectorLoops {
    /** Stands for a numerator of 0, so that 0 / 0 is a right angle; its square does not underflow. */
    static final double TINY = 1e-150;

    private VectorLoops() {}

    static void shift(double[] from, int offset, double[] out, int n) {
        System.arraycopy(from, offset, out, 0, n);
    }

    static void distances(double[] rho2, double z, double[] r, int n) {
        double z2 = z * z;
        for (int m = 0; m < n; m++) {
            r[m] = Math.sqrt(rho2[m] + z2);
        }
    }

    /** Integrals of 1/r along edges of length d with end distances r₁ and r₂: 2 atanh(d / (r₁ + r₂)), for r₁ + r₂ ≥ 4 d. */
    static void edges(double d, double[] r1, double[] r2, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            double w = d / (r1[m] + r2[m]);
            out[m] = w * atanhSeries(w * w);
        }
    }

    /** out = tan((atan(opposite / (factor · adjacent)) − π/4) / 2), none of them negative, opposite at least {@link #TINY}. */
    static void halfTangents(double[] opposite, double factor, double[] adjacent, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            out[m] = halfTangent(opposite[m], factor * adjacent[m]);
        }
    }

    /** out = factor · sign · the angle whose {@link #halfTangents} are given. */
    static void angles(double factor, double[] sign, double[] halfTangent, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            double p = halfTangent[m];
            out[m] = factor * sign[m] * (Math.PI / 4 + 2.0 * p * atanSeries(p * p));
        }
    }

    static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            out[m] = a[m] * b[m];
        }
    }

    /** out = factor (a − b). */
    static void scaledDifference(double factor, double[] a, double[] b, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            out[m] = factor * (a[m] - b[m]);
        }
    }

    static void subtract(double[] a, double[] b, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            out[m] = a[m] - b[m];
        }
    }

    static void add(double[] a, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            out[m] += a[m];
        }
    }

    static void addScaled(double factor, double[] a, double[] out, int n) {
        for (int m = 0; m < n; m++) {
            out[m] += factor * a[m];
        }
    }

    /** tan((atan(n / d) − π/4) / 2) for n, d ≥ 0 that are not both 0: within ±(√2 − 1). */
    private static double halfTangent(double n, double d) {
        return (n - d) / (n + d + Math.sqrt(2.0 * (n * n + d * d)));
    }

    /** 2 atanh(√q) / √q for q ≤ 1/16: Chebyshev fit, relative error 1e-17. Even and odd powers apart shorten the chain of operations. */
    private static double atanhSeries(double q) {
        double s = q * q;
        double even =
                (((0.15220449205003567 * s + 0.15412129928690277) * s + 0.22222244639952415) * s + 0.40000000001673325)
                                * s
                        + 2.0;
        double odd = ((0.12908143250272205 * s + 0.1818079083064997) * s + 0.2857142829748933) * s + 0.6666666666666274;
        return even + odd * q;
    }

    /** atan(√q) / √q for q ≤ (√2 − 1)²: Chebyshev fit, relative error 4e-17. Even and odd powers apart. */
    private static double atanSeries(double q) {
        double s = q * q;
        double even =
                ((((0.021135373157693246 * s + 0.0568834922680901) * s + 0.07689953496306857) * s + 0.11111106180455946)
                                                * s
                                        + 0.1999999999885511)
                                * s
                        + 0.9999999999999999;
        double odd =
                (((0.04348052215716462 * s + 0.0664023393042941) * s + 0.09090773074808414) * s + 0.14285714180976467)
                                * s
                        + 0.3333333333332844;
        return even - odd * q;
    }
}
