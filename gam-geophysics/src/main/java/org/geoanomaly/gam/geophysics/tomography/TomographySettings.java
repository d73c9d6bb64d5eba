package org.geoanomaly.gam.geophysics.tomography;

/**
 * How to invert.
 *
 * @param targetChi χ² divided by the free data to reach
 * @param maxIterations linearisations at most
 * @param correlation lengths over which neighbours are alike before the data
 * @param prior least and largest standard deviation of u = ln(s/s₀) to choose from, and its bounds
 * @param huber residual in standard deviations (or in those of all residuals, while they are larger) beyond which a pick pulls no harder than
 *     one at this limit, and counts in χ² as one at this limit; infinite for least squares
 * @param relocation limits of the events' movements
 */
public record TomographySettings(
        double targetChi,
        int maxIterations,
        Correlation correlation,
        Prior prior,
        double huber,
        Relocation relocation) {
    public TomographySettings {
        if (!(targetChi > 0.0) || maxIterations < 1 || !(huber > 0.0)) {
            throw new IllegalArgumentException("target misfit, iterations and Huber's limit must be positive: "
                    + targetChi + ", " + maxIterations + ", " + huber);
        }
    }

    /**
     * Correlation lengths ℓ of the prior (1 + d/ℓ) e^(−d/ℓ).
     *
     * @param horizontal m
     * @param vertical m
     */
    public record Correlation(double horizontal, double vertical) {
        public Correlation {
            if (!(horizontal > 0.0) || !(vertical > 0.0)) {
                throw new IllegalArgumentException(
                        "correlation lengths must be positive: " + horizontal + " m, " + vertical + " m");
            }
        }
    }

    /**
     * Sizes of u = ln(s/s₀).
     *
     * @param least smallest standard deviation
     * @param most largest standard deviation
     * @param lower bound of u
     * @param upper bound of u
     */
    public record Prior(double least, double most, double lower, double upper) {
        public Prior {
            if (!(least > 0.0) || !(most >= least) || !(lower < 0.0) || !(upper > 0.0)) {
                throw new IllegalArgumentException(
                        "a prior from " + least + " to " + most + " within " + lower + " to " + upper + " cannot be");
            }
        }
    }

    /**
     * Movements of events.
     *
     * @param step most in one iteration along each axis, m; 0 keeps them where they are, their origin times too
     * @param total most in all along each axis, m
     */
    public record Relocation(double step, double total) {
        public static final Relocation NONE = new Relocation(0.0, 0.0);

        public Relocation {
            if (!(step >= 0.0) || !(total >= step)) {
                throw new IllegalArgumentException("events cannot move by " + step + " m of " + total + " m");
            }
        }
    }
}
