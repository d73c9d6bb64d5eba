package org.geoanomaly.gam.geophysics.deformation.los;

/** For each datum the unit vector from the ground to the satellite. Immutable; the arrays are copied. */
public final class LookVectors {
    /** Vectors of a table have few digits. */
    private static final double LENGTH = 0.02;

    private final double[] east;
    private final double[] north;
    private final double[] up;

    /**
     * Vectors by component.
     *
     * @throws IllegalArgumentException if they differ in number, or one is not of length 1 or points down
     */
    public LookVectors(double[] east, double[] north, double[] up) {
        if (east.length != north.length || east.length != up.length) {
            throw new IllegalArgumentException("the components of the look vectors differ in number: " + east.length
                    + ", " + north.length + ", " + up.length);
        }
        for (int i = 0; i < east.length; i++) {
            double length = Math.sqrt(east[i] * east[i] + north[i] * north[i] + up[i] * up[i]);
            if (!(Math.abs(length - 1.0) <= LENGTH) || !(up[i] >= 0.0)) {
                throw new IllegalArgumentException("the look vector of datum " + i + " is no unit vector from the "
                        + "ground to a satellite: " + east[i] + ", " + north[i] + ", " + up[i]);
            }
        }
        this.east = east.clone();
        this.north = north.clone();
        this.up = up.clone();
    }

    public int size() {
        return east.length;
    }

    public double east(int i) {
        return east[i];
    }

    public double north(int i) {
        return north[i];
    }

    public double up(int i) {
        return up[i];
    }
}
