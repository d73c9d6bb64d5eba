package org.geoanomaly.gam.geophysics.deformation;

import org.geoanomaly.gam.geophysics.magnetic.Vector3;

/**
 * A small pressurised sphere: u = (1 − ν) ΔV / π · (x, y, d) / R³ (Mogi 1958, in the volume form of Segall 2010, "Earthquake and Volcano
 * Deformation").
 *
 * @param depth of the centre, m, positive down
 * @param volumeChange ΔV, m³, positive for inflation
 */
public record Mogi(double easting, double northing, double depth, double volumeChange) implements DeformationSource {
    public Mogi {
        if (!(depth > 0) || !Double.isFinite(depth + easting + northing + volumeChange)) {
            throw new IllegalArgumentException("a Mogi source needs a depth above 0 and finite numbers: depth = "
                    + depth + ", volume change = " + volumeChange);
        }
    }

    /** The least depth below a point, m: a sphere just covered. */
    private static final double LEAST = 1.0;

    @Override
    public Vector3 displacement(double e, double n) {
        return below(e, n, depth);
    }

    @Override
    public Vector3 displacement(double e, double n, double height) {
        return below(e, n, Math.max(depth + height, Math.min(depth, LEAST)));
    }

    private Vector3 below(double e, double n, double d) {
        double x = e - easting;
        double y = n - northing;
        double r = Math.sqrt(x * x + y * y + d * d);
        double scale = (1.0 - POISSON) * volumeChange / (Math.PI * r * r * r);
        return new Vector3(scale * x, scale * y, scale * d);
    }
}
