package org.geoanomaly.gam.geophysics.spherical;

/**
 * Coefficients of the recursion over degree for fully normalised Legendre functions, P̄ₙₘ = aₙₘ t P̄ₙ₋₁,ₘ − bₙₘ P̄ₙ₋₂,ₘ, aₙₘ =
 * √((2n−1)(2n+1) / ((n−m)(n+m))), bₙₘ = √((2n+1)(n+m−1)(n−m−1) / ((n−m)(n+m)(2n−3))), and P̄ₘₘ = √((2m+1)/2m) u P̄ₘ₋₁,ₘ₋₁ (Holmes and
 * Featherstone 2002, eq. 11 to 13). Packed like {@link HarmonicCoefficients}; shared by all threads.
 */
final class LegendreRecursion {
    private final int maxDegree;
    private final double[] a;
    private final double[] b;

    LegendreRecursion(int maxDegree) {
        this.maxDegree = maxDegree;
        this.a = new double[HarmonicCoefficients.size(maxDegree)];
        this.b = new double[a.length];
        for (int m = 0; m <= maxDegree; m++) {
            int base = HarmonicCoefficients.index(0, m, maxDegree);
            for (int n = m + 1; n <= maxDegree; n++) {
                double denominator = (double) (n - m) * (n + m);
                a[base + n] = Math.sqrt((2.0 * n - 1.0) * (2.0 * n + 1.0) / denominator);
                b[base + n] =
                        Math.sqrt((2.0 * n + 1.0) * (n + m - 1.0) * (n - m - 1.0) / (denominator * (2.0 * n - 3.0)));
            }
        }
    }

    int maxDegree() {
        return maxDegree;
    }

    double[] a() {
        return a;
    }

    double[] b() {
        return b;
    }

    /** √((2m+1)/2m), and √3 for m = 1, where the normalisation changes. */
    static double sectoral(int m) {
        return m == 1 ? Math.sqrt(3.0) : Math.sqrt((2.0 * m + 1.0) / (2.0 * m));
    }
}
