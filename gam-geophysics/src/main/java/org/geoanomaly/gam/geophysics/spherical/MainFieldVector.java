package org.geoanomaly.gam.geophysics.spherical;

/**
 * The main field at a point.
 *
 * @param be east component, nT
 * @param bn north component, nT
 * @param bu up component, nT
 */
public record MainFieldVector(double be, double bn, double bu) {

    /** Total intensity F, nT. */
    public double intensity() {
        return Math.sqrt(be * be + bn * bn + bu * bu);
    }

    /** Dip below the horizon, degrees, positive down. */
    public double inclination() {
        return Math.toDegrees(Math.atan2(-bu, Math.hypot(be, bn)));
    }

    /** Angle from true north, degrees, positive east. */
    public double declination() {
        return Math.toDegrees(Math.atan2(be, bn));
    }
}
