package org.geoanomaly.gam.geophysics.spherical;

/**
 * How the permanent tide enters C̄₂₀. From tide-free to zero-tide the deformation it causes is added, with Love number 0.3 as for EGM96 and
 * EGM2008 (Lemoine et al. 1998, section 11.1; Pavlis et al. 2012, section 2.1): −3.11080e-8 · 0.3/√5; from zero-tide to mean-tide its direct
 * potential, −3.11080e-8/√5.
 */
public enum TideSystem {
    TIDE_FREE,
    ZERO_TIDE,
    MEAN_TIDE,
    UNKNOWN;

    private static final double DIRECT = -3.11080e-8 / Math.sqrt(5.0);
    private static final double LOVE = 0.3;

    /** What to add to C̄₂₀ of a model in this system to bring it to another; 0 if either is unknown. */
    public double c20To(TideSystem target) {
        return this == UNKNOWN || target == UNKNOWN ? 0.0 : target.aboveTideFree() - aboveTideFree();
    }

    private double aboveTideFree() {
        return switch (this) {
            case ZERO_TIDE -> LOVE * DIRECT;
            case MEAN_TIDE -> (1.0 + LOVE) * DIRECT;
            case TIDE_FREE, UNKNOWN -> 0.0;
        };
    }
}
