package org.geoanomaly.gam.geophysics.magnetic;

import org.geoanomaly.gam.geophysics.constants.PhysicalConstants;

/**
 * The inducing field, taken as uniform over a survey.
 *
 * @param intensity nT, positive
 * @param inclination degrees, positive down, −90…90
 * @param declination degrees, positive east
 */
public record AmbientField(double intensity, double inclination, double declination) {
    public AmbientField {
        if (!(intensity > 0) || !Double.isFinite(intensity)) {
            throw new IllegalArgumentException("the intensity of the ambient field must be positive: " + intensity);
        }
        if (!(Math.abs(inclination) <= 90)) {
            throw new IllegalArgumentException("inclination must lie in -90...90 degrees: " + inclination);
        }
        if (!(Math.abs(declination) <= 360)) {
            throw new IllegalArgumentException("declination must lie in -360...360 degrees: " + declination);
        }
    }

    /** The unit vector along the field. */
    public Vector3 direction() {
        return Vector3.ofDirection(inclination, declination);
    }

    /**
     * Magnetisation that the field induces, A/m: M = χ F / μ₀ along the field. Demagnetisation is left out, as is usual for χ below 0.1.
     *
     * @param susceptibility volume susceptibility χ, SI
     */
    public Vector3 induced(double susceptibility) {
        double strength = intensity * PhysicalConstants.NANOTESLA / PhysicalConstants.VACUUM_PERMEABILITY;
        return direction().times(susceptibility * strength);
    }

    /** The total-field anomaly in the usual approximation, the part of B along the ambient field; unit of B. */
    public double totalFieldAnomaly(Vector3 b) {
        return direction().dot(b);
    }

    /** The total-field anomaly |F + B| − |F| without approximation, nT, for B in nT. */
    public double exactTotalFieldAnomaly(Vector3 b) {
        Vector3 ambient = direction().times(intensity);
        Vector3 sum = ambient.plus(b);
        return (2.0 * ambient.dot(b) + b.dot(b)) / (sum.norm() + intensity);
    }
}
