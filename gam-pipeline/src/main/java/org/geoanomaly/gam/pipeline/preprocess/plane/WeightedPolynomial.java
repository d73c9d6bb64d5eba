package org.geoanomaly.gam.pipeline.preprocess.plane;

/**
 * The weighted least-squares polynomial of a lattice, in products of Legendre polynomials up to a total degree. Nodes without a value take no part,
 * but the polynomial is evaluated there too. Where the nodes do not determine all coefficients, the degree is lowered until they do.
 */
public final class WeightedPolynomial {
    /** A pivot smaller than this part of the largest means that the nodes do not determine a coefficient. */
    private static final double SINGULAR = 1e-9;

    private WeightedPolynomial() {}

    /**
     * The polynomial at every node; zero if there is no value at all.
     *
     * @param value NaN where there is none
     * @param weight such as the inverse squared uncertainty; counts only where there is a value
     * @param degree at least 0
     */
    public static double[] fit(Nodes nodes, double[] value, double[] weight, int degree) {
        for (int d = degree; d >= 0; d--) {
            double[] coefficients = solve(normal(nodes, value, weight, d));
            if (coefficients.length > 0) {
                return evaluate(nodes, coefficients, d);
            }
        }
        return new double[value.length];
    }

    private static int terms(int degree) {
        return (degree + 1) * (degree + 2) / 2;
    }

    private static double[][] normal(Nodes nodes, double[] value, double[] weight, int degree) {
        int n = terms(degree);
        double[][] normal = new double[n][n + 1];
        double[] basis = new double[n];
        double[][] x = legendre(nodes.columns(), degree);
        double[][] y = legendre(nodes.rows(), degree);
        for (int k = 0; k < value.length; k++) {
            if (!Double.isFinite(value[k]) || !(weight[k] > 0)) {
                continue;
            }
            fill(x[k % nodes.columns()], y[k / nodes.columns()], degree, basis);
            for (int r = 0; r < n; r++) {
                double wr = weight[k] * basis[r];
                for (int c = r; c < n; c++) {
                    normal[r][c] += wr * basis[c];
                }
                normal[r][n] += wr * value[k];
            }
        }
        return normal;
    }

    private static double[] evaluate(Nodes nodes, double[] coefficients, int degree) {
        double[][] x = legendre(nodes.columns(), degree);
        double[][] y = legendre(nodes.rows(), degree);
        double[] basis = new double[coefficients.length];
        double[] out = new double[nodes.size()];
        for (int k = 0; k < out.length; k++) {
            fill(x[k % nodes.columns()], y[k / nodes.columns()], degree, basis);
            for (int c = 0; c < basis.length; c++) {
                out[k] += coefficients[c] * basis[c];
            }
        }
        return out;
    }

    private static void fill(double[] x, double[] y, int degree, double[] basis) {
        int c = 0;
        for (int a = 0; a <= degree; a++) {
            for (int b = 0; a + b <= degree; b++) {
                basis[c++] = x[a] * y[b];
            }
        }
    }

    /** Elimination in the symmetric matrix; empty if it is singular. */
    private static double[] solve(double[][] m) {
        int n = m.length;
        double largest = 0;
        for (int k = 0; k < n; k++) {
            largest = Math.max(largest, m[k][k]);
        }
        for (int k = 0; k < n; k++) {
            if (!(m[k][k] > SINGULAR * largest)) {
                return new double[0];
            }
            for (int r = k + 1; r < n; r++) {
                double factor = m[k][r] / m[k][k];
                for (int c = r; c <= n; c++) {
                    m[r][c] -= factor * m[k][c];
                }
            }
        }
        double[] x = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            double sum = m[k][n];
            for (int c = k + 1; c < n; c++) {
                sum -= m[k][c] * x[c];
            }
            x[k] = sum / m[k][k];
        }
        return x;
    }

    private static double[][] legendre(int count, int degree) {
        double[][] p = new double[count][degree + 1];
        for (int i = 0; i < count; i++) {
            double t = count > 1 ? 2.0 * i / (count - 1.0) - 1.0 : 0;
            p[i][0] = 1;
            if (degree > 0) {
                p[i][1] = t;
            }
            for (int n = 2; n <= degree; n++) {
                p[i][n] = ((2.0 * n - 1.0) * t * p[i][n - 1] - (n - 1.0) * p[i][n - 2]) / n;
            }
        }
        return p;
    }
}
