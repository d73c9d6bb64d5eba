package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.LinearOperator;

/**
 * The linearised problem in whitened variables: A = P W G S with the prior's square root S (u = S p), the Fréchet rows G, weights W = √w/σ and
 * the projection P that takes hypocentres out. Damping λ on p is a prior of standard deviation τ = 1/λ on u.
 */
final class TomographySystem implements LinearOperator {
    private final SparseRows rows;
    private final SmoothPrior prior;
    private final double[] weight;
    private final EventProjection projection;

    TomographySystem(SparseRows rows, SmoothPrior prior, double[] weight, EventProjection projection) {
        this.rows = rows;
        this.prior = prior;
        this.weight = weight;
        this.projection = projection;
    }

    @Override
    public int rows() {
        return rows.rows();
    }

    @Override
    public int columns() {
        return rows.columns();
    }

    SparseRows frechet() {
        return rows;
    }

    SmoothPrior prior() {
        return prior;
    }

    EventProjection projection() {
        return projection;
    }

    double[] weight() {
        return weight;
    }

    /** P W d, in place. */
    void whiten(double[] data) {
        for (int i = 0; i < data.length; i++) {
            data[i] *= weight[i];
        }
        projection.apply(data);
    }

    /** P W G u. */
    void predict(double[] u, double[] data) {
        rows.apply(u, data);
        whiten(data);
    }

    @Override
    public void apply(double[] model, double[] data) {
        double[] u = new double[model.length];
        prior.apply(model, u);
        predict(u, data);
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        double[] copy = data.clone();
        projection.apply(copy);
        for (int i = 0; i < copy.length; i++) {
            copy[i] *= weight[i];
        }
        double[] u = new double[model.length];
        rows.applyAdjoint(copy, u);
        prior.applyAdjoint(u, model);
    }

    /** Without the projection and the prior's correlation. */
    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        double[] all = new double[weights.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = weights[i] * weight[i] * weight[i];
        }
        rows.normalDiagonal(all, diagonal);
    }
}
