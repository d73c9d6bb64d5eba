package org.geoanomaly.gam.geophysics.deformation.fit;

/** Cholesky factors of small symmetric matrices. */
final class SmallSystem {
    /** Pivots below this part of the diagonal count as 0: the number cannot be told from those before it. */
    private static final double SINGULAR = 1e-12;

    private SmallSystem() {}

    /**
     * L with A = LLᵀ; rows and columns of a pivot that is 0 are 0.
     *
     * @param a symmetric, not modified
     */
    static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = sum > SINGULAR * Math.abs(a[i][i]) ? Math.sqrt(sum) : 0.0;
                } else {
                    l[i][j] = l[j][j] > 0.0 ? sum / l[j][j] : 0.0;
                }
            }
        }
        return l;
    }

    /** Solves LLᵀx = b in place. */
    static void solve(double[][] l, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= l[i][k] * b[k];
            }
            b[i] = l[i][i] > 0.0 ? b[i] / l[i][i] : 0.0;
        }
        backward(l, b);
    }

    /** Solves Lᵀx = b in place. */
    static void backward(double[][] l, double[] b) {
        for (int i = b.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < b.length; k++) {
                b[i] -= l[k][i] * b[k];
            }
            b[i] = l[i][i] > 0.0 ? b[i] / l[i][i] : 0.0;
        }
    }

    static double[][] inverse(double[][] a) {
        double[][] l = cholesky(a);
        double[][] out = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            out[i][i] = 1.0;
            solve(l, out[i]);
        }
        return out;
    }
}
