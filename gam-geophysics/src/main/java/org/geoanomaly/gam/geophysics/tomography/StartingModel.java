package org.geoanomaly.gam.geophysics.tomography;

import java.util.List;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/** Chooses the reference that fits arrival times best before anything is inverted, hypocentres left free. */
public final class StartingModel {
    private StartingModel() {}

    /**
     * How well a reference fits.
     *
     * @param index in the list
     * @param chi χ² by free data
     * @param rms of the residuals that hypocentres cannot explain, weighted by the picks' uncertainties, s
     * @param slowness factor on all slownesses that would fit best; 1 if the reference is right in the mean
     */
    public record Choice(int index, double chi, double rms, double slowness) {}

    /**
     * The best of a list.
     *
     * @param problem whose own reference is not looked at
     * @param candidates at least one
     * @param relocate whether hypocentres of unknown events are free
     */
    public static Choice best(
            TomographyProblem problem,
            List<? extends ReferenceVelocity> candidates,
            boolean relocate,
            TravelTimes.Method method,
            Parallelism parallel,
            TomographyMonitor monitor) {
        Choice best = null;
        for (int n = 0; n < candidates.size(); n++) {
            Choice choice = misfit(problem.withReference(candidates.get(n)), n, relocate, method, parallel, monitor);
            best = best == null || choice.chi() < best.chi() ? choice : best;
        }
        if (best == null) {
            throw new IllegalArgumentException("there is no starting model to choose from");
        }
        return best;
    }

    private static Choice misfit(
            TomographyProblem problem,
            int index,
            boolean relocate,
            TravelTimes.Method method,
            Parallelism parallel,
            TomographyMonitor monitor) {
        double[] zero = new double[problem.mesh().cells()];
        SlownessModel model = new SlownessModel(problem.mesh(), problem.reference(), zero);
        Linearisation linear = Linearisation.of(problem, problem.events(), model, method, parallel, monitor);
        TomographyState.Weighing weighing = new TomographyState.Weighing(
                new SmoothPrior(problem.mesh(), 1.0, 1.0),
                problem.picksOfEvents(),
                Double.POSITIVE_INFINITY,
                relocate,
                parallel);
        TomographyState state =
                new TomographyState(problem, zero, zero, Hypocentres.of(problem.events()), linear, weighing);
        double[] residual = state.residuals();
        double[] time = linear.time().clone();
        state.system().whiten(residual);
        state.system().whiten(time);
        double squares = 0.0;
        double cross = 0.0;
        double own = 0.0;
        double weights = 0.0;
        for (int i = 0; i < residual.length; i++) {
            squares += residual[i] * residual[i];
            cross += residual[i] * time[i];
            own += time[i] * time[i];
            weights += state.system().weight()[i] * state.system().weight()[i];
        }
        return new Choice(
                index,
                squares / Math.max(1, state.freedom()),
                Math.sqrt(squares / weights),
                own > 0.0 ? 1.0 + cross / own : 1.0);
    }
}
