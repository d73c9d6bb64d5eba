package org.geoanomaly.gam.geophysics.tomography;

import java.util.List;

/** What a tomography found, whether or not it reached its target. Arrays belong to the caller unless it says otherwise. */
public final class TomographyResult {
    private static final double NEAR = 0.05;

    private final TomographyProblem problem;
    private final TomographySettings settings;
    private final TomographyState state;
    private final double prior;
    private final List<TomographyStep> steps;

    TomographyResult(
            TomographyProblem problem,
            TomographySettings settings,
            TomographyState state,
            double prior,
            List<TomographyStep> steps) {
        this.problem = problem;
        this.settings = settings;
        this.state = state;
        this.prior = prior;
        this.steps = List.copyOf(steps);
    }

    /** u = ln(s/s₀) of each cell. */
    public double[] logSlowness() {
        return state.u.clone();
    }

    /** δv/v = e⁻ᵘ − 1 of each cell. */
    public double[] velocityPerturbation() {
        double[] out = new double[state.u.length];
        java.util.Arrays.setAll(out, c -> Math.expm1(-state.u[c]));
        return out;
    }

    /** Travel times that the model gives, from the first origin times, s. */
    public double[] predicted() {
        double[] out = new double[problem.picks().size()];
        java.util.Arrays.setAll(out, i -> problem.picks().time(i) - state.residual(i));
        return out;
    }

    /** χ², picks beyond Huber's limit counted as at it, by the number of free data. */
    public double chi() {
        return state.chi();
    }

    /** Root mean square of all residuals, s. */
    public double rms() {
        return state.rms();
    }

    /** Whether χ² reached its target, to 5 %. */
    public boolean converged() {
        return state.chi() <= settings.targetChi() * (1.0 + NEAR);
    }

    /** Standard deviation τ of u before the data, the same in every cell. */
    public double prior() {
        return prior;
    }

    public List<TomographyStep> steps() {
        return steps;
    }

    /** Where the events are now. */
    public Places events() {
        return state.hypocentres.places();
    }

    /** How much later than at first each event was, s. */
    public double[] originShift() {
        return state.hypocentres.origin().clone();
    }

    /** Through the last model. */
    public RayDensity density() {
        return state.linear.density();
    }

    /**
     * Counts for a report.
     *
     * @param free data that hypocentres leave free
     * @param outliers picks with less than full weight
     * @param straight picks computed along a straight line as no first arrival was found
     * @param eventsAtLimit events that moved as far as they may
     */
    public record Counts(int free, int outliers, int straight, int eventsAtLimit) {}

    public Counts counts() {
        return new Counts(
                state.freedom(),
                state.outliers(),
                state.linear.straight(),
                state.hypocentres.atLimit(settings.relocation().total()));
    }

    /** The linear problem around the last model, for its uncertainty and resolution. */
    public ModelResolution resolution() {
        return new ModelResolution(state.system(), 1.0 / prior);
    }
}
