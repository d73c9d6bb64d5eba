package org.geoanomaly.gam.geophysics.processing;

/**
 * The weighted least-squares polynomial of scattered values, in products of Legendre polynomials up to a total degree. Where the places do not
 * determine all coefficients, the degree is lowered until they do.
 */
public final class SurfacePolynomial {
    private final double scale;
    private final int degree;
    private final double[] coefficients;

    private SurfacePolynomial(double scale, int degree, double[] coefficients) {
        this.scale = scale;
        this.degree = degree;
        this.coefficients = coefficients;
    }

    /**
     * The polynomial of values at places in a plane, m from its middle.
     *
     * @param weight such as the inverse squared uncertainty
     */
    public static SurfacePolynomial fit(double[] x, double[] y, double[] value, double[] weight, int degree) {
        double scale = 1.0;
        for (int k = 0; k < x.length; k++) {
            scale = Math.max(scale, Math.max(Math.abs(x[k]), Math.abs(y[k])));
        }
        for (int d = degree; d >= 0; d--) {
            SurfacePolynomial shape = new SurfacePolynomial(scale, d, new double[0]);
            double[] solved = LatticePolynomial.solve(shape.normal(x, y, value, weight));
            if (solved.length > 0) {
                return new SurfacePolynomial(scale, d, solved);
            }
        }
        return new SurfacePolynomial(scale, 0, new double[1]);
    }

    private double[][] normal(double[] x, double[] y, double[] value, double[] weight) {
        int n = (degree + 1) * (degree + 2) / 2;
        double[][] normal = new double[n][n + 1];
        double[] basis = new double[n];
        for (int k = 0; k < value.length; k++) {
            LatticePolynomial.products(legendre(x[k]), legendre(y[k]), degree, basis);
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

    /** Its value at a place. */
    public double at(double x, double y) {
        double[] basis = new double[coefficients.length];
        LatticePolynomial.products(legendre(x), legendre(y), degree, basis);
        double sum = 0.0;
        for (int c = 0; c < basis.length; c++) {
            sum += coefficients[c] * basis[c];
        }
        return sum;
    }

    private double[] legendre(double metres) {
        double[] p = new double[degree + 1];
        LatticePolynomial.legendre(metres / scale, p);
        return p;
    }
}
