package org.geoanomaly.gam.geophysics.quadrature;

/**
 * Gauss–Legendre rule of a given order on [−1, 1]: Newton's iteration on the Legendre polynomial (Press et al. 2007, "Numerical
 * Recipes", section 4.6). Immutable; the nodes ascend.
 */
public final class GaussLegendre {
    private static final int TABULATED = 32;
    private static final GaussLegendre[] TABLE = table();

    private final double[] nodes;
    private final double[] weights;

    public GaussLegendre(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("order must be at least 1: " + order);
        }
        nodes = new double[order];
        weights = new double[order];
        for (int i = 0; i < (order + 1) / 2; i++) {
            fill(i, order);
        }
    }

    /** The rule of this order; shared for orders up to 32. */
    public static GaussLegendre ofOrder(int order) {
        return order >= 1 && order <= TABULATED ? TABLE[order - 1] : new GaussLegendre(order);
    }

    public int order() {
        return nodes.length;
    }

    public double node(int i) {
        return nodes[i];
    }

    public double weight(int i) {
        return weights[i];
    }

    private static GaussLegendre[] table() {
        GaussLegendre[] rules = new GaussLegendre[TABULATED];
        for (int n = 1; n <= TABULATED; n++) {
            rules[n - 1] = new GaussLegendre(n);
        }
        return rules;
    }

    private void fill(int i, int n) {
        double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
        double slope = 1.0;
        for (int iteration = 0; iteration < 12; iteration++) {
            double previous = 1.0;
            double current = x;
            for (int k = 2; k <= n; k++) {
                double next = ((2.0 * k - 1.0) * x * current - (k - 1.0) * previous) / k;
                previous = current;
                current = next;
            }
            slope = n * (x * current - previous) / (x * x - 1.0);
            x -= current / slope;
        }
        if (2 * i + 1 == n) {
            x = 0.0;
        }
        nodes[i] = -x;
        nodes[n - 1 - i] = x;
        weights[i] = 2.0 / ((1.0 - x * x) * slope * slope);
        weights[n - 1 - i] = weights[i];
    }
}
