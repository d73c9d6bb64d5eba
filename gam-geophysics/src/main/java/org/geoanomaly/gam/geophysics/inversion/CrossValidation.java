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

    private final int size;
    private final DoubleFunction<Leftover> trial;
    private boolean converged;
    private double variance;

    /**
     * What a β leaves.
     *
     * @param squares ‖d − Gm‖²
     * @param free N − tr A
     */
    record Leftover(double squares, double free) {}

    CrossValidation(int size, DoubleFunction<Leftover> trial) {
        this.size = size;
        this.trial = trial;
    }

    /**
     * By products with the operator.
     *
     * @param predict solves for a β and gives the data of the model
     */
    static CrossValidation of(NormalSystem system, double[] observed, DoubleFunction<double[]> predict) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] signs = new double[observed.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? 1.0 : -1.0;
        }
        double[] right = new double[system.operator().columns()];
        system.backProject(signs, right);
        double[] probe = new double[right.length];
        return new CrossValidation(observed.length, beta -> {
            double left = system.chiSquared(predict.apply(beta), observed);
            ConjugateGradients.solve(
                    system.hessian(beta), system.inverse(beta), right, probe, new Tolerance(0.0, 1e-3, 200));
            return new Leftover(left, observed.length - Vectors.dot(right, probe));
        });
    }

    /** The variance of the data that the last β leaves: ‖d − Gm‖² / (N − tr A) (Wahba 1983). */
    double variance() {
        return variance;
    }

    boolean converged() {
        return converged;
    }

    /** Walks down from a large β until the score rises, then narrows the bracket; the last model solved is that of the result. */
    double run(double start) {
        double high = Math.log(start);
        double middle = high - STEP;
        double fHigh = score(high);
        double fMiddle = score(middle);
        for (int i = 0; i < MAX_STEPS && fMiddle > fHigh; i++) {
            middle = high;
            fMiddle = fHigh;
            high += STEP;
            fHigh = score(high);
        }
        double low = middle - STEP;
        double fLow = score(low);
        for (int i = 0; i < MAX_STEPS && fLow < fMiddle; i++) {
            high = middle;
            middle = low;
            fMiddle = fLow;
            low -= STEP;
            fLow = score(low);
        }
        converged = fLow >= fMiddle;
        double best = narrow(low, high);
        score(best);
        return Math.exp(best);
    }

    private double narrow(double from, double to) {
        double low = from;
        double high = to;
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double fa = score(a);
        double fb = score(b);
        while (high - low > 0.7) {
            if (fa < fb) {
                high = b;
                b = a;
                fb = fa;
                a = high - GOLDEN * (high - low);
                fa = score(a);
            } else {
                low = a;
                a = b;
                fa = fb;
                b = low + GOLDEN * (high - low);
                fb = score(b);
            }
        }
        return fa < fb ? a : b;
    }

    private double score(double logBeta) {
        Leftover left = trial.apply(Math.exp(logBeta));
        double free = Math.max(left.free(), 1e-6 * size);
        variance = left.squares() / free;
        return size * left.squares() / (free * free);
    }
}
