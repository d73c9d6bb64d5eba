package org.geoanomaly.gam.geophysics.deformation;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/** A source below the surface of an elastic half-space with λ = μ, that is Poisson's ratio 1/4. Implementations are immutable. */
public sealed interface DeformationSource permits Mogi, Okada {
    /** Poisson's ratio of the half-space. */
    double POISSON = 0.25;

    /** Displacement (east, north, up) of a point of the surface, m. */
    Vector3 displacement(double easting, double northing);
}
