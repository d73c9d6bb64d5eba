package org.geoanomaly.gam.geophysics.body;

import org.geoanomaly.gam.geophysics.prism.PrismIntegrals;

/**
 * A uniform sphere: a point outside, V = 2π (R² − r²/3) inside (Blakely 1995, "Potential Theory in Gravity and Magnetic Applications", eq.
 * 3.6). Metres, height of the centre positive up.
 */
public record Sphere(double easting, double northing, double height, double radius) implements Shape {
    public Sphere {
        if (!(radius > 0) || !Double.isFinite(radius)) {
            throw new IllegalArgumentException("the radius of a sphere must be positive: " + radius);
        }
        if (!Double.isFinite(easting + northing + height)) {
            throw new IllegalArgumentException(
                    "the centre of a sphere must be finite: " + easting + ", " + northing + ", " + height);
        }
    }

    @Override
    public void addIntegrals(double e, double n, double u, double factor, double[] out) {
        double x = easting - e;
        double y = northing - n;
        double z = height - u;
        if (!contains(e, n, u)) {
            PrismIntegrals.addPoint(x, y, z, factor * volume(), out);
            return;
        }
        double third = 4.0 * Math.PI / 3.0 * factor;
        out[0] += 2.0 * Math.PI * factor * (radius * radius - (x * x + y * y + z * z) / 3.0);
        out[1] += third * x;
        out[2] += third * y;
        out[3] += third * z;
        out[4] -= third;
        out[7] -= third;
        out[9] -= third;
    }

    @Override
    public boolean contains(double e, double n, double u) {
        double x = easting - e;
        double y = northing - n;
        double z = height - u;
        return x * x + y * y + z * z < radius * radius;
    }

    @Override
    public double volume() {
        return 4.0 / 3.0 * Math.PI * radius * radius * radius;
    }
}
