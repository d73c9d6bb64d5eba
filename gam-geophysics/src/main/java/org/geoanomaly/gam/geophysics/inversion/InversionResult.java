package org.geoanomaly.gam.geophysics.inversion;

import java.util.List;

/** What an inversion found, whether or not it converged. Arrays belong to the caller. */
public final class InversionResult {
    private final double[] model;
    private final double[] predicted;
    private final double beta;
    private final double chi;
    private final boolean converged;
    private final List<InversionStep> steps;

    InversionResult(double[] model, double[] predicted, double chi, boolean converged, List<InversionStep> steps) {
        this.model = model;
        this.predicted = predicted;
        this.beta = steps.get(steps.size() - 1).beta();
        this.chi = chi;
        this.converged = converged;
        this.steps = List.copyOf(steps);
    }

    /** Property of each cell. */
    public double[] model() {
        return model;
    }

    /** The data that the model gives. */
    public double[] predicted() {
        return predicted;
    }

    public double beta() {
        return beta;
    }

    /** χ²/N; for unknown noise, that of the noise which the residuals show, so 1. */
    public double chi() {
        return chi;
    }

    /** Whether the target misfit (or the minimum of the cross-validation) was reached. */
    public boolean converged() {
        return converged;
    }

    /** The way there. */
    public List<InversionStep> steps() {
        return steps;
    }
}
