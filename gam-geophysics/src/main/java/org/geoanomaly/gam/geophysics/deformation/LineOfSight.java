package org.geoanomaly.gam.geophysics.deformation;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * The direction from the ground to a right-looking radar satellite.
 *
 * @param incidence degrees from the vertical, 0…90
 * @param heading of the satellite, degrees east of north
 */
public record LineOfSight(double incidence, double heading) {
    public LineOfSight {
        if (!(incidence >= 0 && incidence < 90) || !(Math.abs(heading) <= 360)) {
            throw new IllegalArgumentException(
                    "incidence must lie in 0...90 and heading in -360...360 degrees: " + incidence + ", " + heading);
        }
    }

    /** The unit vector toward the satellite: (−sin θ cos α, sin θ sin α, cos θ). */
    public Vector3 direction() {
        double theta = Math.toRadians(incidence);
        double alpha = Math.toRadians(heading);
        return new Vector3(-Math.sin(theta) * Math.cos(alpha), Math.sin(theta) * Math.sin(alpha), Math.cos(theta));
    }

    /** Displacement toward the satellite. */
    public double project(Vector3 displacement) {
        return direction().dot(displacement);
    }
}
