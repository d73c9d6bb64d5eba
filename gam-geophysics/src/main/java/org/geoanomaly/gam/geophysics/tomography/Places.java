package org.geoanomaly.gam.geophysics.tomography;

/** Stations or events: easting, northing and depth below sea level, m. Immutable; arrays are copied. */
public final class Places {
    private final double[] x;
    private final double[] y;
    private final double[] depth;

    public Places(double[] x, double[] y, double[] depth) {
        if (x.length != y.length || x.length != depth.length) {
            throw new IllegalArgumentException(
                    "coordinates differ in number: " + x.length + ", " + y.length + ", " + depth.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i] + y[i] + depth[i])) {
                throw new IllegalArgumentException(
                        "place " + i + " has no finite coordinates: " + x[i] + ", " + y[i] + ", " + depth[i]);
            }
        }
        this.x = x.clone();
        this.y = y.clone();
        this.depth = depth.clone();
    }

    public int size() {
        return x.length;
    }

    public double x(int i) {
        return x[i];
    }

    public double y(int i) {
        return y[i];
    }

    public double depth(int i) {
        return depth[i];
    }

    /** The smallest and largest coordinate along an axis: 0 east, 1 north, 2 depth. */
    double[] range(int axis) {
        double[] values = axis == 0 ? x : axis == 1 ? y : depth;
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double v : values) {
            range[0] = Math.min(range[0], v);
            range[1] = Math.max(range[1], v);
        }
        return range;
    }
}
