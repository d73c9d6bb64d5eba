package org.geoanomaly.gam.geophysics.deformation.los;

/**
 * Noise of a track: C(h) = sill · exp(−h / range), and a nugget more at h = 0 (Sudhaus and Jónsson 2009, with an exponential instead of
 * their decaying cosine; Bagnardi and Hooper 2018).
 *
 * @param sill variance of the correlated part, m²
 * @param range distance at which correlation has fallen to 1/e, m
 * @param nugget variance of the part that no neighbour shares, m²
 */
public record ExponentialCovariance(double sill, double range, double nugget) {
    public ExponentialCovariance {
        if (!(sill >= 0.0) || !(nugget >= 0.0) || !(range > 0.0) || !Double.isFinite(sill + nugget + range)) {
            throw new IllegalArgumentException("sill and nugget must not be negative, and the range must be positive: "
                    + sill + ", " + nugget + ", " + range);
        }
    }

    /** Covariance of two different places. */
    public double at(double distance) {
        return sill * Math.exp(-distance / range);
    }

    /** γ(h): half the mean squared difference of the noise at two places. */
    public double semivariance(double distance) {
        return nugget - sill * Math.expm1(-distance / range);
    }
}
