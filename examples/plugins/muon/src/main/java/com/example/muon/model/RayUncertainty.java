package com.example.muon.model;

import org.geoanomaly.gam.geophysics.inversion.Posterior;

/**
 * Standard deviations of the cells from a few random draws. The draws say well what part of the prior variance the data take away from a whole layer,
 * and badly what they take from one cell. Within a layer that part follows τ²a/(1 + τ²a), with a = (GᵀWG)_cc: what the data would take if all other
 * cells were known. It is an upper bound free of chance, and 0 where no line passes.
 */
final class RayUncertainty {
    /** The part of the bound that is kept where the draws say less. */
    private static final double LEAST = 0.01;

    private final float[] deviation;
    private final float[] prior;
    private final double[] resolution;

    private RayUncertainty(float[] deviation, float[] prior, double[] resolution) {
        this.deviation = deviation;
        this.prior = prior;
        this.resolution = resolution;
    }

    /**
     * Of all cells.
     *
     * @param sensitivity (GᵀWG)_cc
     * @param layer cells in a layer
     */
    static RayUncertainty of(Posterior posterior, double[] sensitivity, int layer) {
        float[] deviation = new float[sensitivity.length];
        float[] prior = new float[sensitivity.length];
        double[] resolution = new double[sensitivity.length / layer];
        for (int k = 0; k < resolution.length; k++) {
            double taken = 0;
            double bound = 0;
            double all = 0;
            for (int c = k * layer; c < (k + 1) * layer; c++) {
                double before = posterior.prior()[c] * posterior.prior()[c];
                all += before;
                if (sensitivity[c] > 0) {
                    taken += before - posterior.deviation()[c] * posterior.deviation()[c];
                    bound += before * alone(before, sensitivity[c]);
                }
            }
            double part = bound > 0 ? Math.min(1.0, Math.max(LEAST, taken / bound)) : 0.0;
            resolution[k] = part * bound / all;
            for (int c = k * layer; c < (k + 1) * layer; c++) {
                double before = posterior.prior()[c] * posterior.prior()[c];
                prior[c] = (float) posterior.prior()[c];
                // exactly the prior where nothing is known, so that nobody takes rounding for evidence
                deviation[c] = sensitivity[c] > 0
                        ? (float) Math.sqrt(before * (1.0 - part * alone(before, sensitivity[c])))
                        : prior[c];
            }
        }
        return new RayUncertainty(deviation, prior, resolution);
    }

    private static double alone(double variance, double sensitivity) {
        return variance * sensitivity / (1.0 + variance * sensitivity);
    }

    float[] deviation() {
        return deviation;
    }

    float[] prior() {
        return prior;
    }

    /** For each layer, the part of the prior variance that the data take away. */
    double[] resolution() {
        return resolution;
    }
}
