package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;
import org.geoanomaly.gam.geophysics.solver.SymmetricMap;

/** The Hessian GᵀWG + βR of the objective, and what makes it quick to solve. Used by one thread at a time. */
final class NormalSystem {
    private final LinearOperator operator;
    private final double[] weights;
    private final ModelNorm norm;
    private final double[] dataDiagonal;
    private final double[] data;
    private final double[] product;
    private final InversionMonitor monitor;
    private final double scale;
    private int products;

    NormalSystem(InversionProblem problem, InversionSettings settings, InversionMonitor monitor) {
        this.operator = problem.operator();
        this.weights = problem.weights();
        this.monitor = monitor;
        this.data = new double[operator.rows()];
        this.product = new double[operator.columns()];
        this.dataDiagonal = new double[operator.columns()];
        checkCancelled();
        operator.normalDiagonal(weights, dataDiagonal);
        double[] sensitivity = sensitivity();
        float[] cells = Weighting.weights(settings.weighting(), problem.mesh(), sensitivity, problem.height());
        this.scale = Weighting.largest(settings.weighting(), problem.mesh(), sensitivity, problem.height());
        this.norm = new ModelNorm(problem.mesh(), cells, settings.smallness());
    }

    /**
     * diag(GᵀG). How well the data are known plays no part in what the rocks are held to be: below rough data they would be held loosely and below
     * quiet ones firmly.
     */
    private double[] sensitivity() {
        boolean alike = Arrays.stream(weights).allMatch(w -> w == weights[0]);
        if (alike) {
            return dataDiagonal;
        }
        double[] ones = new double[weights.length];
        Arrays.fill(ones, 1.0);
        double[] diagonal = new double[dataDiagonal.length];
        operator.normalDiagonal(ones, diagonal);
        return diagonal;
    }

    /** The largest weight of a cell, which the norm takes for 1. */
    double scale() {
        return scale;
    }

    ModelNorm norm() {
        return norm;
    }

    int products() {
        return products;
    }

    double[] weights() {
        return weights;
    }

    LinearOperator operator() {
        return operator;
    }

    private void checkCancelled() {
        if (monitor.cancelled()) {
            throw new CancellationException("the inversion was stopped");
        }
    }

    /** in ↦ GᵀWG in + βR in. */
    SymmetricMap hessian(double beta) {
        return (in, out) -> {
            checkCancelled();
            operator.apply(in, data);
            for (int i = 0; i < data.length; i++) {
                data[i] *= weights[i];
            }
            operator.applyAdjoint(data, product);
            norm.apply(in, out);
            for (int c = 0; c < out.length; c++) {
                out[c] = beta * out[c] + product[c];
            }
            products++;
            monitor.products(products);
        };
    }

    /** GᵀW times data. */
    void backProject(double[] observed, double[] out) {
        for (int i = 0; i < data.length; i++) {
            data[i] = weights[i] * observed[i];
        }
        operator.applyAdjoint(data, out);
    }

    /** χ² of data that a model should give. */
    double chiSquared(double[] predicted, double[] observed) {
        double sum = 0.0;
        for (int i = 0; i < predicted.length; i++) {
            double r = observed[i] - predicted[i];
            sum += weights[i] * r * r;
        }
        return sum;
    }

    /** The inverse of the Hessian's diagonal, as a preconditioner: with weighted cells it is nearly as good as a spectral one, and cheaper. */
    SymmetricMap inverse(double beta) {
        return inverse(beta, dataDiagonal.clone());
    }

    /** The inverse of the diagonal of β R. */
    SymmetricMap priorInverse(double beta) {
        return inverse(beta, new double[product.length]);
    }

    private SymmetricMap inverse(double beta, double[] diagonal) {
        norm.addDiagonal(beta, diagonal);
        return (in, out) -> {
            for (int c = 0; c < out.length; c++) {
                out[c] = in[c] / diagonal[c];
            }
        };
    }

    /** Mean of diag(GᵀWG) over that of R: where β begins to matter. */
    double balance() {
        double g = 0.0;
        for (double v : dataDiagonal) {
            g += v;
        }
        double[] r = new double[product.length];
        norm.addDiagonal(1.0, r);
        double sum = 0.0;
        for (double v : r) {
            sum += v;
        }
        return g / sum;
    }
}
