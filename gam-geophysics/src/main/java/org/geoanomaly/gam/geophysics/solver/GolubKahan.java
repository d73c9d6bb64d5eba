package org.geoanomaly.gam.geophysics.solver;

import org.geoanomaly.gam.geophysics.operator.LinearOperator;

/**
 * Lower bidiagonalisation of a matrix from a right-hand side (Golub and Kahan 1965; Paige and Saunders 1982, "LSQR", ACM TOMS 8, eqs 3.1 and
 * 3.2): β₁u₁ = b, α₁v₁ = Aᵀu₁, then β_{k+1}u_{k+1} = Av_k − α_k u_k and α_{k+1}v_{k+1} = Aᵀu_{k+1} − β_{k+1}v_k. Steps are made one at a time.
 */
final class GolubKahan {
    private final LinearOperator a;
    private final double[] u;
    private final double[] v;
    private final double[] inData;
    private final double[] inModel;
    private double alpha;
    private double beta;

    GolubKahan(LinearOperator a, double[] b) {
        this.a = a;
        this.u = b.clone();
        this.v = new double[a.columns()];
        this.inData = new double[a.rows()];
        this.inModel = new double[a.columns()];
        if (b.length != a.rows()) {
            throw new IllegalArgumentException(
                    "a matrix of " + a.rows() + " rows cannot have a right-hand side of " + b.length);
        }
        beta = normalise(u);
        if (beta > 0.0) {
            a.applyAdjoint(u, v);
            alpha = normalise(v);
        }
    }

    /** Makes the next pair of vectors. */
    void step() {
        a.apply(v, inData);
        for (int i = 0; i < u.length; i++) {
            u[i] = inData[i] - alpha * u[i];
        }
        beta = normalise(u);
        if (beta == 0.0) {
            alpha = 0.0;
            return;
        }
        a.applyAdjoint(u, inModel);
        for (int c = 0; c < v.length; c++) {
            v[c] = inModel[c] - beta * v[c];
        }
        alpha = normalise(v);
    }

    double alpha() {
        return alpha;
    }

    double beta() {
        return beta;
    }

    /** The last right vector; overwritten by the next step. */
    double[] v() {
        return v;
    }

    private static double normalise(double[] x) {
        double norm = Math.sqrt(Vectors.dot(x, x));
        if (norm > 0.0) {
            double inverse = 1.0 / norm;
            for (int i = 0; i < x.length; i++) {
                x[i] *= inverse;
            }
        }
        return norm;
    }
}
