package org.geoanomaly.gam.geophysics.inversion;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.geoanomaly.gam.geophysics.solver.ConjugateGradients;
import org.geoanomaly.gam.geophysics.solver.ConjugateGradients.Tolerance;
import org.geoanomaly.gam.geophysics.solver.Vectors;

/**
 * Generalised cross-validation for noise of unknown size: β minimises N ‖d − Gm‖² / (N − tr A)², A = G(GᵀG + βR)⁻¹Gᵀ (Golub, Heath and Wahba
 * 1979), with the trace from a random vector of signs (Hutchinson 1990; Girard 1989). Bounds are left out of the trace.
 */
final class CrossValidation {
    private static final long SEED = 20_240_229L;
    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);
    private static final double STEP = Math.log(10.0);
    private static final int MAX_STEPS = 14;

    private final NormalSystem system;
    private final double[] observed;
    private final double[] signs;
    private final double[] right;
    private final double[] probe;
    private boolean converged;
    private double variance;

    CrossValidation(NormalSystem system, double[] observed) {
        this.system = system;
        this.observed = observed;
        SplittableRandom random = new SplittableRandom(SEED);
        this.signs = new double[observed.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? 1.0 : -1.0;
        }
        this.right = new double[system.operator().columns()];
        system.backProject(signs, right);
        this.probe = new double[right.length];
    }

    /** The variance of the data that the last β leaves: ‖d − Gm‖² / (N − tr A) (Wahba 1983). */
    double variance() {
        return variance;
    }

    boolean converged() {
        return converged;
    }

    /** Walks down from a large β until the score rises, then narrows the bracket; the last model solved is that of the result. */
    double run(double start, DoubleFunction<double[]> predict) {
        double high = Math.log(start);
        double middle = high - STEP;
        double fHigh = score(high, predict);
        double fMiddle = score(middle, predict);
        for (int i = 0; i < MAX_STEPS && fMiddle > fHigh; i++) {
            middle = high;
            fMiddle = fHigh;
            high += STEP;
            fHigh = score(high, predict);
        }
        double low = middle - STEP;
        double fLow = score(low, predict);
        for (int i = 0; i < MAX_STEPS && fLow < fMiddle; i++) {
            high = middle;
            middle = low;
            fMiddle = fLow;
            low -= STEP;
            fLow = score(low, predict);
        }
        converged = fLow >= fMiddle;
        double best = narrow(low, high, predict);
        score(best, predict);
        return Math.exp(best);
    }

    private double narrow(double from, double to, DoubleFunction<double[]> predict) {
        double low = from;
        double high = to;
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double fa = score(a, predict);
        double fb = score(b, predict);
        while (high - low > 0.7) {
            if (fa < fb) {
                high = b;
                b = a;
                fb = fa;
                a = high - GOLDEN * (high - low);
                fa = score(a, predict);
            } else {
                low = a;
                a = b;
                fa = fb;
                b = low + GOLDEN * (high - low);
                fb = score(b, predict);
            }
        }
        return fa < fb ? a : b;
    }

    private double score(double logBeta, DoubleFunction<double[]> predict) {
        double beta = Math.exp(logBeta);
        double[] predicted = predict.apply(beta);
        double left = system.chiSquared(predicted, observed);
        ConjugateGradients.solve(
                system.hessian(beta), system.inverse(beta), right, probe, new Tolerance(0.0, 1e-3, 200));
        double trace = Vectors.dot(right, probe);
        double n = observed.length;
        double free = Math.max(n - trace, 1e-6 * n);
        variance = left / free;
        return n * left / (free * free);
    }
}
