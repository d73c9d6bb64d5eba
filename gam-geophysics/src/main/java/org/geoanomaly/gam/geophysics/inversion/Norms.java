package org.geoanomaly.gam.geophysics.inversion;

/**
 * Exponents of the measures of a model's size and of its changes east, north and down: 2 is smooth, 1 blocky, 0 compact.
 *
 * @param smallness of the values
 * @param x of differences east
 * @param y of differences north
 * @param z of differences down
 */
public record Norms(double smallness, double x, double y, double z) {
    public static final Norms SMOOTH = new Norms(2, 2, 2, 2);

    public Norms {
        for (double p : new double[] {smallness, x, y, z}) {
            if (!(p >= 0.0 && p <= 2.0)) {
                throw new IllegalArgumentException("a norm lies between 0 and 2, not " + p);
            }
        }
    }

    public boolean smooth() {
        return smallness == 2.0 && x == 2.0 && y == 2.0 && z == 2.0;
    }
}
