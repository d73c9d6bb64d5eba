package org.geoanomaly.gam.geophysics.body;

import org.geoanomaly.gam.geophysics.prism.PrismIntegrals;

/**
 * A point of unit volume (1 m³): the density of its body is then a mass in kg, and the magnetisation a dipole moment in A m². At the point
 * itself every value is infinite or NaN.
 */
public record PointSource(double easting, double northing, double height) implements Shape {
    @Override
    public void addIntegrals(double e, double n, double u, double factor, double[] out) {
        PrismIntegrals.addPoint(easting - e, northing - n, height - u, factor, out);
    }

    @Override
    public boolean contains(double e, double n, double u) {
        return false;
    }

    @Override
    public double volume() {
        return 1.0;
    }
}
