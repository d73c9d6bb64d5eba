package org.geoanomaly.gam.geophysics.deformation;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/** A source below the surface of an elastic half-space with λ = μ, that is Poisson's ratio 1/4. Implementations are immutable. */
public sealed interface DeformationSource permits Mogi, Okada {
    /** Poisson's ratio of the half-space. */
    double POISSON = 0.25;

    /** Displacement (east, north, up) of a point of the surface, m. */
    Vector3 displacement(double easting, double northing);

    /**
     * Displacement of a point of a surface with relief, m: that of a level surface at the point's height, below which the source is accordingly
     * deeper (the varying-depth approximation of Williams and Wadge 1998, "The effects of topography on magma chamber deformation models",
     * Geophys. Res. Lett. 25, 1549–1552). It makes up for the larger part of what relief does as long as slopes are gentle. Below a point that
     * is lower than the source's top, the source counts as just covered.
     *
     * @param height above the level from which depths are counted, m
     */
    Vector3 displacement(double easting, double northing, double height);
}
