package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/** What keeps a model from gathering at the surface, where the kernels are strongest. */
public sealed interface Weighting {
    /** Cells weigh as the square root of diag(GᵀG), per volume: for any survey and field. */
    record Sensitivity() implements Weighting {}

    /**
     * Cells weigh as (distance below the height of observation)^(−exponent) (Li and Oldenburg 1996, 1998).
     *
     * @param exponent 2 suits vertical gravity, 3 the magnetic field
     */
    record Depth(double exponent) implements Weighting {
        public Depth {
            if (!(exponent >= 0.0 && exponent <= 6.0)) {
                throw new IllegalArgumentException("an exponent of depth lies between 0 and 6, not " + exponent);
            }
        }
    }

    /** The least weight, as a part of the largest: what the survey does not see must still be held. */
    double FLOOR = 1e-5;

    /**
     * Weights of the cells, the largest 1.
     *
     * @param normalDiagonal of GᵀG
     * @param height of observation, m
     */
    static float[] weights(Weighting weighting, RegularMesh mesh, double[] normalDiagonal, double height) {
        double[] w = raw(weighting, mesh, normalDiagonal, height);
        double max = Arrays.stream(w).max().orElse(0.0);
        float[] out = new float[w.length];
        for (int c = 0; c < w.length; c++) {
            out[c] = (float) Math.max(FLOOR, max > 0.0 ? w[c] / max : 1.0);
        }
        return out;
    }

    /** The largest weight before it is made 1. */
    static double largest(Weighting weighting, RegularMesh mesh, double[] normalDiagonal, double height) {
        double max = Arrays.stream(raw(weighting, mesh, normalDiagonal, height))
                .max()
                .orElse(0.0);
        return max > 0.0 ? max : 1.0;
    }

    private static double[] raw(Weighting weighting, RegularMesh mesh, double[] normalDiagonal, double height) {
        double[] w = new double[mesh.cells()];
        if (weighting instanceof Depth depth) {
            int layer = mesh.nx() * mesh.ny();
            for (int c = 0; c < w.length; c++) {
                int k = c / layer;
                double below = Math.max(height - mesh.top(), 0.0) + 0.5 * (mesh.depth(k) + mesh.depth(k + 1));
                w[c] = Math.pow(below, -depth.exponent());
            }
        } else {
            int layer = mesh.nx() * mesh.ny();
            for (int c = 0; c < w.length; c++) {
                w[c] = Math.sqrt(normalDiagonal[c]) / mesh.cellVolume(c / layer);
            }
        }
        return w;
    }
}
