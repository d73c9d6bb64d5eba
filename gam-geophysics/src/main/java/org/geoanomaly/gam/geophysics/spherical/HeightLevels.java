package org.geoanomaly.gam.geophysics.spherical;

/**
 * Heights at which a whole parallel is synthesised when its points lie at different heights. Between them fields are interpolated by the
 * polynomial through Chebyshev nodes. A field of degree n falls off as exp(−n h/R), so with x = n Δh / 4R the interpolation error is below 2
 * xᴷ/K! of the field's own size; K is the least that brings this under 1e-8 for the highest degree.
 */
final class HeightLevels {
    private static final double TOLERANCE = 1e-8;
    private static final int MOST = 40;

    private final double[] heights;
    private final double[] scale;

    private HeightLevels(double[] heights) {
        this.heights = heights;
        this.scale = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            double product = 1.0;
            for (int j = 0; j < heights.length; j++) {
                product *= i == j ? 1.0 : heights[i] - heights[j];
            }
            scale[i] = 1.0 / product;
        }
    }

    static HeightLevels single(double height) {
        return new HeightLevels(new double[] {height});
    }

    /** Levels for heights low to high with just as many nodes as count says. */
    static HeightLevels spanning(double low, double high, int count) {
        double[] nodes = new double[count];
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (2 * i + 1) / (2.0 * count));
            nodes[i] = 0.5 * (low + high) + 0.5 * (high - low) * x;
        }
        return new HeightLevels(nodes);
    }

    /** How many levels a span of heights needs. */
    static int count(double span, int degree, double radius) {
        double x = (degree + 2.0) * span / (4.0 * radius);
        double error = 2.0;
        for (int k = 1; k < MOST; k++) {
            error *= x / k;
            if (error < TOLERANCE && k > 1) {
                return k;
            }
        }
        return MOST;
    }

    int count() {
        return heights.length;
    }

    double lowest() {
        return Math.min(heights[0], heights[heights.length - 1]);
    }

    double highest() {
        return Math.max(heights[0], heights[heights.length - 1]);
    }

    double height(int level) {
        return heights[level];
    }

    /** Lagrange weights of the levels at a height. */
    void weights(double height, double[] out) {
        for (int i = 0; i < heights.length; i++) {
            double product = scale[i];
            for (int j = 0; j < heights.length; j++) {
                product *= i == j ? 1.0 : height - heights[j];
            }
            out[i] = product;
        }
    }
}
