package org.geoanomaly.gam.geophysics.processing;

import java.util.Arrays;

/** A regional field as the least-squares polynomial of a grid. Values that are not finite take no part, but the regional is evaluated there too. */
public final class PolynomialRegional {
    private static final int MAX_DEGREE = 10;

    private PolynomialRegional() {}

    /**
     * The regional.
     *
     * @param degree 0…10
     * @throws IllegalArgumentException if there are fewer values than coefficients, or they lie too unevenly
     */
    public static double[] fit(Lattice lattice, double[] values, int degree) {
        lattice.requireSize(values);
        if (degree < 0 || degree > MAX_DEGREE) {
            throw new IllegalArgumentException("degree must lie in 0..." + MAX_DEGREE + ": " + degree);
        }
        LatticePolynomial polynomial = new LatticePolynomial(lattice.columns(), lattice.rows(), degree);
        long used = Arrays.stream(values).filter(Double::isFinite).count();
        if (used < polynomial.terms()) {
            throw new IllegalArgumentException("a polynomial of degree " + degree + " has " + polynomial.terms()
                    + " coefficients, the grid " + used + " values");
        }
        double[] equal = new double[values.length];
        Arrays.fill(equal, 1.0);
        double[] coefficients = polynomial.fit(values, equal);
        if (coefficients.length == 0) {
            throw new IllegalArgumentException("the values lie too unevenly for a polynomial of this degree");
        }
        return polynomial.evaluate(coefficients);
    }
}
