package org.geoanomaly.gam.geophysics.deformation.fit;

/**
 * How to search and how long to sample.
 *
 * @param screened places of a Latin hypercube at which the misfit is computed
 * @param refined so many of the best of them are starts of a Levenberg–Marquardt search
 * @param burnIn steps in which the sampler learns its step; left out
 * @param samples steps that count
 * @param seed of every random number
 * @param scaleNoise whether the noise is taken to be as large as the residuals if these are larger than it
 */
public record FitSettings(int screened, int refined, int burnIn, int samples, long seed, boolean scaleNoise) {
    /** For a few hundred data. */
    public static final FitSettings DEFAULT = new FitSettings(400, 12, 2000, 10_000, 1, true);

    public FitSettings {
        if (screened < 1 || refined < 1 || refined > screened || burnIn < 100 || samples < 100) {
            throw new IllegalArgumentException("a fit needs starts and at least 100 samples: " + screened + ", "
                    + refined + ", " + burnIn + ", " + samples);
        }
    }
}
