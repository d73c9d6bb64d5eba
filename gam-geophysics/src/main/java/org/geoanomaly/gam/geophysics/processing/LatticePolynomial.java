package org.geoanomaly.gam.geophysics.processing;

/**
 * Weighted least squares of a polynomial in products of Legendre polynomials up to a total degree, over the nodes of a lattice scaled to −1…1
 * along each side. The basis is nearly orthogonal there, so the normal equations are well conditioned.
 */
public final class LatticePolynomial {
    /** A pivot smaller than this part of the largest means that the nodes do not determine a coefficient. */
    private static final double SINGULAR = 1e-9;

    private final int columns;
    private final int degree;
    private final double[][] alongX;
    private final double[][] alongY;

    /**
     * A polynomial of a lattice.
     *
     * @param columns nodes along x
     * @param rows nodes along y
     * @param degree total degree, at least 0
     */
    public LatticePolynomial(int columns, int rows, int degree) {
        if (columns < 1 || rows < 1 || degree < 0) {
            throw new IllegalArgumentException(
                    "a polynomial of degree " + degree + " over " + columns + " x " + rows + " nodes");
        }
        this.columns = columns;
        this.degree = degree;
        this.alongX = legendre(columns, degree);
        this.alongY = legendre(rows, degree);
    }

    /** Number of coefficients. */
    public int terms() {
        return (degree + 1) * (degree + 2) / 2;
    }

    /**
     * The coefficients; empty where the nodes with a value do not determine all of them.
     *
     * @param value one for each node, x fastest; a node without a finite value takes no part
     * @param weight such as the inverse squared uncertainty, one for each node; a node without a positive weight takes no part
     */
    public double[] fit(double[] value, double[] weight) {
        int n = terms();
        double[][] normal = new double[n][n + 1];
        double[] basis = new double[n];
        for (int k = 0; k < value.length; k++) {
            if (!Double.isFinite(value[k]) || !(weight[k] > 0)) {
                continue;
            }
            fill(k, basis);
            for (int r = 0; r < n; r++) {
                double wr = weight[k] * basis[r];
                for (int c = r; c < n; c++) {
                    normal[r][c] += wr * basis[c];
                }
                normal[r][n] += wr * value[k];
            }
        }
        return solve(normal);
    }

    /** The polynomial at every node, x fastest. */
    public double[] evaluate(double[] coefficients) {
        double[] basis = new double[coefficients.length];
        double[] out = new double[columns * alongY.length];
        for (int k = 0; k < out.length; k++) {
            fill(k, basis);
            for (int c = 0; c < basis.length; c++) {
                out[k] += coefficients[c] * basis[c];
            }
        }
        return out;
    }

    private void fill(int node, double[] basis) {
        products(alongX[node % columns], alongY[node / columns], degree, basis);
    }

    static void products(double[] x, double[] y, int degree, double[] basis) {
        int c = 0;
        for (int a = 0; a <= degree; a++) {
            for (int b = 0; a + b <= degree; b++) {
                basis[c++] = x[a] * y[b];
            }
        }
    }

    /** Elimination in the symmetric matrix; empty if it is singular. */
    static double[] solve(double[][] m) {
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
            legendre(t, p[i]);
        }
        return p;
    }

    /** Values of the polynomials from degree 0 on. */
    static void legendre(double t, double[] p) {
        p[0] = 1;
        if (p.length > 1) {
            p[1] = t;
        }
        for (int n = 2; n < p.length; n++) {
            p[n] = ((2.0 * n - 1.0) * t * p[n - 1] - (n - 1.0) * p[n - 2]) / n;
        }
    }
}
