package org.geoanomaly.gam.geophysics.deformation.los;

/**
 * What each track has beside deformation: always an offset, as its reference point is arbitrary.
 *
 * @param ramp a plane, for orbits and long waves of the atmosphere
 * @param elevation a part proportional to the ground's height, for the layered atmosphere; left out where all heights are equal
 */
public record Nuisance(boolean ramp, boolean elevation) {
    /** Offset, plane and elevation. */
    public static final Nuisance ALL = new Nuisance(true, true);

    /** An offset alone. */
    public static final Nuisance OFFSET = new Nuisance(false, false);
}
