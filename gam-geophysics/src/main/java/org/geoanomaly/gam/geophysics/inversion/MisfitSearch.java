package org.geoanomaly.gam.geophysics.inversion;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the trade-off β whose misfit is the target, by the secant rule on log χ² against log β inside a bracket. The misfit grows with β.
 */
final class MisfitSearch {
    static final double TOLERANCE = 0.02;
    private static final int MAX_STEPS = 16;
    /** χ² grows about as √β near the target for smoothing norms. */
    private static final double FIRST_SLOPE = 0.6;

    private static final double LONGEST = Math.log(30.0);

    private double lowLog = Double.NEGATIVE_INFINITY;
    private double highLog = Double.POSITIVE_INFINITY;
    private double chi = Double.NaN;
    private boolean converged;

    /** Searches from a start; the last β asked for is the returned one. */
    double run(double start, double target, DoubleUnaryOperator misfit) {
        double x = Math.log(start);
        double oldX = Double.NaN;
        double oldF = Double.NaN;
        double beta = start;
        for (int step = 0; step < MAX_STEPS; step++) {
            beta = Math.exp(x);
            chi = misfit.applyAsDouble(beta);
            double f = Math.log(Math.max(chi, 1e-300) / target);
            // half the tolerance, so that what follows has room
            if (Math.abs(chi / target - 1.0) <= 0.5 * TOLERANCE) {
                converged = true;
                return beta;
            }
            if (f > 0.0) {
                highLog = x;
            } else {
                lowLog = x;
            }
            double slope = step == 0 || x == oldX ? FIRST_SLOPE : (f - oldF) / (x - oldX);
            double next = x - f / Math.max(slope, 0.05);
            next = Math.min(x + LONGEST, Math.max(x - LONGEST, next));
            if (!(next > lowLog && next < highLog)) {
                next = 0.5 * (lowLog + highLog);
            }
            oldX = x;
            oldF = f;
            if (Math.abs(next - x) < 1e-6 || !Double.isFinite(next)) {
                break;
            }
            x = next;
        }
        converged = Math.abs(chi / target - 1.0) <= TOLERANCE;
        return beta;
    }

    boolean converged() {
        return converged;
    }
}
