package org.geoanomaly.gam.pipeline.model;

import java.util.Arrays;

/** Thicknesses of layers that grow by a constant ratio. */
final class MeshLayers {
    private static final int MOST = 1000;

    private MeshLayers() {}

    /**
     * As many layers as lead from a first thickness to a depth; then all are stretched so that they end exactly there.
     *
     * @param first wanted thickness of the first layer, m
     * @param growth ratio of neighbours, at least 1
     */
    static double[] toDepth(double first, double growth, double depth) {
        int n = 0;
        double sum = 0;
        double h = first;
        while (sum < depth * (1 - 1e-9) && n < MOST) {
            sum += h;
            h *= growth;
            n++;
        }
        // the nearer of the last two counts, so that no layer is stretched by more than about half of the last one
        double before = sum - h / growth;
        int count = n > 1 && depth - before < sum - depth ? n - 1 : Math.max(1, n);
        return ofCount(count, growth, depth);
    }

    /** So many layers that end exactly at a depth. */
    static double[] ofCount(int count, double growth, double depth) {
        double[] h = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            h[k] = Math.pow(growth, k);
            sum += h[k];
        }
        double scale = depth / sum;
        Arrays.setAll(h, k -> h[k] * scale);
        return h;
    }
}
