package org.geoanomaly.gam.pipeline.visual.map;

import java.util.Arrays;

/** Cells along one direction of a picture, as pixels see them. */
final class Axis {
    private final double[] edges;
    private final double[] centres;

    /** Cells between ascending edges. */
    Axis(double[] edges) {
        this.edges = edges.clone();
        this.centres = new double[edges.length - 1];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = 0.5 * (edges[i] + edges[i + 1]);
        }
    }

    static Axis even(int cells) {
        double[] edges = new double[cells + 1];
        Arrays.setAll(edges, i -> i);
        return new Axis(edges);
    }

    int cells() {
        return centres.length;
    }

    /**
     * Which cells the middles of {@code pixels} equal pixels see.
     *
     * @param owner receives the cell that a pixel lies in
     * @param low receives the cell whose centre is at or before the pixel; the other one is the next
     * @param weight receives the share of the next cell in a linear interpolation
     */
    void sample(int pixels, int[] owner, int[] low, float[] weight) {
        double start = edges[0];
        double length = edges[edges.length - 1] - start;
        int cell = 0;
        for (int p = 0; p < pixels; p++) {
            double at = start + (p + 0.5) / pixels * length;
            while (cell < centres.length - 1 && edges[cell + 1] <= at) {
                cell++;
            }
            owner[p] = cell;
            int before = at < centres[cell] ? cell - 1 : cell;
            low[p] = Math.max(0, Math.min(before, Math.max(0, centres.length - 2)));
            double gap = centres.length < 2 ? 1 : centres[low[p] + 1] - centres[low[p]];
            weight[p] = centres.length < 2 ? 0 : (float) Math.max(0, Math.min(1, (at - centres[low[p]]) / gap));
        }
    }
}
