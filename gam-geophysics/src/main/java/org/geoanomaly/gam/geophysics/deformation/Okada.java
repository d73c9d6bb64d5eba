package org.geoanomaly.gam.geophysics.deformation;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * A rectangular dislocation (Okada 1985, "Surface deformation due to shear and tensile faults in a half-space", Bull. Seism. Soc. Am. 75, eqs
 * 25–29).
 *
 * @param strikeSlip m, positive left-lateral
 * @param dipSlip m, positive reverse
 * @param opening m, positive apart
 */
public record Okada(FaultPlane plane, double strikeSlip, double dipSlip, double opening) implements DeformationSource {
    public Okada {
        if (!Double.isFinite(strikeSlip + dipSlip + opening)) {
            throw new IllegalArgumentException(
                    "slip and opening must be finite: " + strikeSlip + ", " + dipSlip + ", " + opening);
        }
    }

    @Override
    public Vector3 displacement(double e, double n) {
        return below(e, n, plane.depth());
    }

    @Override
    public Vector3 displacement(double e, double n, double height) {
        double covered = 0.5 * plane.width() * Math.abs(Math.sin(Math.toRadians(plane.dip())));
        return below(e, n, Math.max(plane.depth() + height, Math.min(plane.depth(), covered)));
    }

    private Vector3 below(double e, double n, double depth) {
        double strike = Math.toRadians(plane.strike());
        double sin = Math.sin(strike);
        double cos = Math.cos(strike);
        double dip = Math.toRadians(plane.dip());
        double halfWidth = 0.5 * plane.width();
        double x = sin * (e - plane.easting()) + cos * (n - plane.northing()) + 0.5 * plane.length();
        double y = sin * (n - plane.northing()) - cos * (e - plane.easting()) + Math.cos(dip) * halfWidth;
        OkadaTerms terms = new OkadaTerms(dip, strikeSlip, dipSlip, opening);
        double[] u = terms.surface(x, y, depth + Math.sin(dip) * halfWidth, plane.length(), plane.width());
        return new Vector3(sin * u[0] - cos * u[1], cos * u[0] + sin * u[1], u[2]);
    }
}
