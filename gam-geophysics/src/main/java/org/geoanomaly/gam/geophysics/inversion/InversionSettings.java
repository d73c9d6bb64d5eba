package org.geoanomaly.gam.geophysics.inversion;

/**
 * How to invert.
 *
 * @param targetChi χ²/N to reach
 * @param smallness weight α_s of values against that of differences between neighbours
 * @param maxReweightings at most as many sweeps for norms below 2
 */
public record InversionSettings(
        Norms norms, Bounds bounds, Weighting weighting, double targetChi, double smallness, int maxReweightings) {
    public InversionSettings {
        if (!(targetChi > 0.0) || !(smallness > 0.0) || maxReweightings < 1) {
            throw new IllegalArgumentException("target misfit, smallness and sweeps must be positive: " + targetChi
                    + ", " + smallness + ", " + maxReweightings);
        }
    }

    /** Smooth, without bounds, to χ²/N = 1. */
    public static InversionSettings smooth() {
        return new InversionSettings(Norms.SMOOTH, Bounds.NONE, new Weighting.Sensitivity(), 1.0, 1.0, 30);
    }

    public InversionSettings with(Norms other) {
        return new InversionSettings(other, bounds, weighting, targetChi, smallness, maxReweightings);
    }

    public InversionSettings with(Bounds other) {
        return new InversionSettings(norms, other, weighting, targetChi, smallness, maxReweightings);
    }
}
