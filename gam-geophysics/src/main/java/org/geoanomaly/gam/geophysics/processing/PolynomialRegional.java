package org.geoanomaly.gam.geophysics.processing;

/**
 * A regional field as the least-squares polynomial of a grid, in products of Legendre polynomials up to a total degree. Values that are not
 * finite take no part, but the regional is evaluated there too.
 */
public final class PolynomialRegional {
    private static final int MAX_DEGREE = 10;

    private PolynomialRegional() {}

    /**
     * The regional.
     *
     * @param degree 0…10
     * @throws IllegalArgumentException if there are fewer values than coefficients
     */
    public static double[] fit(Lattice lattice, double[] values, int degree) {
        lattice.requireSize(values);
        if (degree < 0 || degree > MAX_DEGREE) {
            throw new IllegalArgumentException("degree must lie in 0..." + MAX_DEGREE + ": " + degree);
        }
        int n = (degree + 1) * (degree + 2) / 2;
        double[][] alongX = legendre(lattice.columns(), degree);
        double[][] alongY = legendre(lattice.rows(), degree);
        double[][] normal = new double[n][n + 1];
        double[] basis = new double[n];
        int used = 0;
        for (int j = 0; j < lattice.rows(); j++) {
            for (int i = 0; i < lattice.columns(); i++) {
                double v = values[j * lattice.columns() + i];
                if (Double.isFinite(v)) {
                    used++;
                    fill(alongX[i], alongY[j], degree, basis);
                    accumulate(normal, basis, v);
                }
            }
        }
        if (used < n) {
            throw new IllegalArgumentException(
                    "a polynomial of degree " + degree + " has " + n + " coefficients, the grid " + used + " values");
        }
        double[] coefficients = solve(normal);
        double[] regional = new double[values.length];
        for (int j = 0; j < lattice.rows(); j++) {
            for (int i = 0; i < lattice.columns(); i++) {
                fill(alongX[i], alongY[j], degree, basis);
                double sum = 0.0;
                for (int c = 0; c < n; c++) {
                    sum += coefficients[c] * basis[c];
                }
                regional[j * lattice.columns() + i] = sum;
            }
        }
        return regional;
    }

    private static void fill(double[] px, double[] py, int degree, double[] basis) {
        int c = 0;
        for (int a = 0; a <= degree; a++) {
            for (int b = 0; a + b <= degree; b++) {
                basis[c++] = px[a] * py[b];
            }
        }
    }

    private static void accumulate(double[][] normal, double[] basis, double value) {
        int n = basis.length;
        for (int r = 0; r < n; r++) {
            for (int c = r; c < n; c++) {
                normal[r][c] += basis[r] * basis[c];
            }
            normal[r][n] += basis[r] * value;
        }
    }

    /** Elimination in the symmetric matrix; the basis is nearly orthogonal, so the normal equations are well conditioned. */
    private static double[] solve(double[][] m) {
        int n = m.length;
        for (int k = 0; k < n; k++) {
            if (!(m[k][k] > 0)) {
                throw new IllegalArgumentException("the values lie too unevenly for a polynomial of this degree");
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
            double t = 2.0 * i / (count - 1.0) - 1.0;
            p[i][0] = 1.0;
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
