package org.geoanomaly.gam.geophysics.deformation;

/**
 * A rectangle in the ground.
 *
 * @param easting of the centre, m
 * @param northing of the centre, m
 * @param depth of the centre, m, positive down
 * @param strike degrees east of north; the plane dips to the right of it
 * @param dip degrees below the horizontal, −90…90; a negative one dips to the left of the strike, with the senses of slip that Okada's (1985)
 *     formulas then have
 * @param length along strike, m
 * @param width down dip, m
 */
public record FaultPlane(
        double easting, double northing, double depth, double strike, double dip, double length, double width) {
    public FaultPlane {
        if (!Double.isFinite(easting + northing + depth + strike)) {
            throw new IllegalArgumentException("a fault plane needs finite numbers");
        }
        if (!(length > 0) || !(width > 0) || !Double.isFinite(length + width)) {
            throw new IllegalArgumentException(
                    "length and width of a fault must be positive: " + length + ", " + width);
        }
        if (!(dip >= -90 && dip <= 90)) {
            throw new IllegalArgumentException("dip must lie in -90...90 degrees: " + dip);
        }
        double top = depth - 0.5 * width * Math.abs(Math.sin(Math.toRadians(dip)));
        if (!(top >= -1e-9 * width)) {
            throw new IllegalArgumentException("the fault reaches " + -top
                    + " m above the surface: its centre is too shallow or its width too large");
        }
    }
}
