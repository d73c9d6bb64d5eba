package org.geoanomaly.gam.geophysics.spherical;

/**
 * The normal field along one ellipsoid normal between two heights, by the polynomial through four Chebyshev nodes. The field goes as powers
 * of 1/r, so over a span Δh the error is about (Δh/4r)⁴ of it: below 2e-12 for the 30 km between ocean trenches and mountain tops.
 */
final class NormalProfile {
    private static final int NODES = 4;

    private final double low;
    private final double high;
    private final HeightLevels levels;
    private final double[] north = new double[NODES];
    private final double[] up = new double[NODES];
    private final double[] gravity = new double[NODES];
    private final double[] potential = new double[NODES];
    private final double[] weights = new double[NODES];

    /** Samples the normal field at the latitude of a point, which is moved. */
    NormalProfile(LocalPoint at, double low, double high) {
        this.low = low;
        this.high = high;
        this.levels = HeightLevels.spanning(low, high, NODES);
        for (int i = 0; i < NODES; i++) {
            at.place(levels.height(i));
            at.normal().fill(at);
            north[i] = at.normalNorth;
            up[i] = at.normalUp;
            gravity[i] = at.normalGravity;
            potential[i] = at.normalPotential;
        }
    }

    boolean covers(double height) {
        return height >= low && height <= high;
    }

    void fill(double height, LocalPoint at) {
        levels.weights(height, weights);
        at.normalNorth = sum(north);
        at.normalUp = sum(up);
        at.normalGravity = sum(gravity);
        at.normalPotential = sum(potential);
    }

    double gravity(double height) {
        levels.weights(height, weights);
        return sum(gravity);
    }

    private double sum(double[] nodes) {
        double out = 0.0;
        for (int i = 0; i < NODES; i++) {
            out += weights[i] * nodes[i];
        }
        return out;
    }
}
