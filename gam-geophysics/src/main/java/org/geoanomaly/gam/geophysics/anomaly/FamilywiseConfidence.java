package org.geoanomaly.gam.geophysics.anomaly;

/**
 * How sure one can be that the largest of many scores is no accident: (1 − p(z))ⁿ with the two-sided p of a normal score (Šidák 1967). It is the
 * probability that none of n independent ordinary values lies as far out. Correlated values exceed less often, so it is a lower bound.
 */
public final class FamilywiseConfidence {
    private FamilywiseConfidence() {}

    /**
     * Confidence 0…1, growing with |z|.
     *
     * @param z score, NaN gives 0
     * @param n how many independent values were looked at, at least 1
     */
    public static double of(double z, int n) {
        if (Double.isNaN(z)) {
            return 0.0;
        }
        return Math.exp(Math.max(1, n) * Math.log1p(-twoSided(Math.abs(z))));
    }

    /** P(|Z| > z) for a standard normal Z, relative error below 2e-7 (Press et al. 1992, Numerical Recipes, erfcc). */
    static double twoSided(double z) {
        double x = z / Math.sqrt(2.0);
        double t = 1.0 / (1.0 + 0.5 * x);
        double[] c = {
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277
        };
        double sum = 0.0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = sum * t + c[i];
        }
        return Math.min(1.0, t * Math.exp(-x * x + sum));
    }
}
