package org.geoanomaly.gam.geophysics.fusion;

import java.util.List;

/** The fused anomaly index: for each cell the weighted mean of the z-scores that are there. */
public final class FusedIndex {
    private FusedIndex() {}

    /**
     * Fuses scores of the same shape.
     *
     * @param scores one array for each layer, NaN where it has no score
     * @param weights one non-negative weight for each layer
     * @return Σ w z / Σ w over the layers present; NaN where none is
     */
    public static float[] fuse(List<float[]> scores, double[] weights) {
        if (scores.isEmpty() || scores.size() != weights.length) {
            throw new IllegalArgumentException(scores.size() + " layers and " + weights.length + " weights");
        }
        float[] fused = new float[scores.get(0).length];
        for (int i = 0; i < fused.length; i++) {
            double sum = 0;
            double norm = 0;
            for (int k = 0; k < weights.length; k++) {
                float z = scores.get(k)[i];
                if (!Float.isNaN(z)) {
                    sum += weights[k] * z;
                    norm += weights[k];
                }
            }
            fused[i] = norm > 0 ? (float) (sum / norm) : Float.NaN;
        }
        return fused;
    }
}
