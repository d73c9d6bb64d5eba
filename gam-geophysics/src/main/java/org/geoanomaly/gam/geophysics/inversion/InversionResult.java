package org.geoanomaly.gam.geophysics.inversion;

import java.util.List;

/** What an inversion found, whether or not it converged. Arrays belong to the caller. */
public final class InversionResult {
    private final double[] model;
    private final double[] predicted;
    private final double beta;
    private final Fit fit;
    private final List<InversionStep> steps;

    /**
     * How well the model fits.
     *
     * @param converged whether χ²/N reached its target, or cross-validation its minimum
     * @param chi χ²/N; 1 for unknown noise, which the residuals themselves set
     * @param noise standard deviation of the data if it was unknown, otherwise 1
     */
    public record Fit(boolean converged, double chi, double noise) {}

    InversionResult(double[] model, double[] predicted, Fit fit, List<InversionStep> steps) {
        this.model = model;
        this.predicted = predicted;
        this.beta = steps.get(steps.size() - 1).beta();
        this.fit = fit;
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

    /** χ²/N. */
    public double chi() {
        return fit.chi();
    }

    public boolean converged() {
        return fit.converged();
    }

    public Fit fit() {
        return fit;
    }

    /** The way there. */
    public List<InversionStep> steps() {
        return steps;
    }
}
