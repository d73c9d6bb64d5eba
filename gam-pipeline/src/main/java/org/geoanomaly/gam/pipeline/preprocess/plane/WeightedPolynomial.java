package org.geoanomaly.gam.pipeline.preprocess.plane;

import org.geoanomaly.gam.geophysics.processing.LatticePolynomial;

/**
 * The weighted least-squares polynomial of a lattice. Nodes without a value take no part, but the polynomial is evaluated there too. Where the
 * nodes do not determine all coefficients, the degree is lowered until they do.
 */
public final class WeightedPolynomial {
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
            LatticePolynomial polynomial = new LatticePolynomial(nodes.columns(), nodes.rows(), d);
            double[] coefficients = polynomial.fit(value, weight);
            if (coefficients.length > 0) {
                return polynomial.evaluate(coefficients);
            }
        }
        return new double[value.length];
    }
}
