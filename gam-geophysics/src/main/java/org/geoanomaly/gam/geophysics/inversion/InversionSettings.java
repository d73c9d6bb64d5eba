package org.geoanomaly.gam.geophysics.inversion;

/**
 * How to invert.
 *
 * @param targetChi χ²/N to reach
 * @param smallness weight α_s of values against that of differences between neighbours
 * @param maxReweightings at most as many sweeps for norms below 2
 * @param worst χ²/n, as a multiple of the target, that no window of some 25 data may exceed, unless the mean falls below half the target
 *     for it; infinite if the mean alone counts
 */
public record InversionSettings(
        Norms norms,
        Bounds bounds,
        Weighting weighting,
        double targetChi,
        double smallness,
        int maxReweightings,
        double worst) {
    public InversionSettings {
        if (!(targetChi > 0.0) || !(smallness > 0.0) || maxReweightings < 1 || !(worst > 1.0)) {
            throw new IllegalArgumentException("target misfit, smallness and sweeps must be positive: " + targetChi
                    + ", " + smallness + ", " + maxReweightings + ", " + worst);
        }
    }

    /** Settings for which the mean misfit alone counts. */
    public InversionSettings(
            Norms norms, Bounds bounds, Weighting weighting, double targetChi, double smallness, int maxReweightings) {
        this(norms, bounds, weighting, targetChi, smallness, maxReweightings, Double.POSITIVE_INFINITY);
    }

    /** Smooth, without bounds, to χ²/N = 1. */
    public static InversionSettings smooth() {
        return new InversionSettings(Norms.SMOOTH, Bounds.NONE, new Weighting.Sensitivity(), 1.0, 1.0, 30);
    }

    public InversionSettings with(Norms other) {
        return new InversionSettings(other, bounds, weighting, targetChi, smallness, maxReweightings, worst);
    }

    public InversionSettings with(Bounds other) {
        return new InversionSettings(norms, other, weighting, targetChi, smallness, maxReweightings, worst);
    }

    public InversionSettings withWorst(double multiple) {
        return new InversionSettings(norms, bounds, weighting, targetChi, smallness, maxReweightings, multiple);
    }
}
