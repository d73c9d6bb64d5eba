package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.Parallelism;

/** Arrival times through a given model: for synthetic data. */
public final class ForwardTimes {
    private ForwardTimes() {}

    /**
     * Times of all picks, without noise.
     *
     * @param u ln(s/s₀) of each cell
     * @return s, in the order of the picks
     */
    public static double[] of(TomographyProblem problem, double[] u, TravelTimes.Method method, Parallelism parallel) {
        SlownessModel model = new SlownessModel(problem.mesh(), problem.reference(), u);
        return Linearisation.of(problem, problem.events(), model, method, parallel, TomographyMonitor.SILENT)
                .time();
    }
}
