package org.geoanomaly.gam.geophysics.tomography;

/** The velocity that perturbations are relative to. Thread-safe. */
@FunctionalInterface
public interface ReferenceVelocity {
    /**
     * Velocity at a place.
     *
     * @param x east, m
     * @param y north, m
     * @param depth m below sea level, positive down
     * @return m/s, positive
     */
    double velocity(Phase phase, double x, double y, double depth);
}
