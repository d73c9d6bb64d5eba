package org.geoanomaly.gam.pipeline.preprocess.plane;

import java.util.Arrays;

/** Fills the holes of a lattice smoothly, for operations that need every node; what is filled is not data. */
public final class HoleFill {
    /** From one pass to the next the kernel grows by this. */
    private static final double GROWTH = 2.0;

    private HoleFill() {}

    /** How many nodes have no value. */
    public static int holes(double[] value) {
        int holes = 0;
        for (double v : value) {
            holes += Double.isFinite(v) ? 0 : 1;
        }
        return holes;
    }

    /**
     * A copy in which each hole has the Gaussian mean of the values around, of the narrowest kernel that reaches one.
     *
     * @throws IllegalArgumentException if there is no value at all
     */
    public static double[] filled(Nodes nodes, double[] value) {
        double[] out = value.clone();
        int holes = holes(value);
        if (holes == value.length) {
            throw new IllegalArgumentException("a lattice without any value cannot be filled");
        }
        double[] weight = new double[value.length];
        Arrays.fill(weight, 1);
        for (double sigma = nodes.spacing(); holes > 0; sigma *= GROWTH) {
            double[] smooth = GaussianSmoother.smooth(nodes, value, weight, sigma);
            for (int k = 0; k < out.length; k++) {
                if (!Double.isFinite(out[k]) && Double.isFinite(smooth[k])) {
                    out[k] = smooth[k];
                    holes--;
                }
            }
        }
        return out;
    }

    /** A copy in which each hole has the value of a nearest node that has one, by steps along rows and columns. */
    public static double[] nearest(Nodes nodes, double[] value) {
        double[] out = value.clone();
        int[] queue = new int[out.length];
        int tail = 0;
        for (int k = 0; k < out.length; k++) {
            if (Double.isFinite(out[k])) {
                queue[tail++] = k;
            }
        }
        for (int head = 0; head < tail; head++) {
            int k = queue[head];
            int i = k % nodes.columns();
            int[] around = {
                i > 0 ? k - 1 : -1,
                i < nodes.columns() - 1 ? k + 1 : -1,
                k - nodes.columns(),
                k + nodes.columns() < out.length ? k + nodes.columns() : -1
            };
            for (int other : around) {
                if (other >= 0 && !Double.isFinite(out[other])) {
                    out[other] = out[k];
                    queue[tail++] = other;
                }
            }
        }
        return out;
    }
}
