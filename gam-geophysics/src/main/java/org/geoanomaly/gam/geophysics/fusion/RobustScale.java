package org.geoanomaly.gam.geophysics.fusion;

import java.io.Serializable;
import org.geoanomaly.gam.grid.stats.Statistics;

/**
 * Centre and spread of a field by order statistics: z = (v - median) / (1.4826 MAD), clamped to ±6. With MAD = 0 more than half of the
 * values are equal; no spread can be told from them and z is undefined (NaN), not ±6.
 *
 * @param median centre, in the field's unit
 * @param mad median absolute deviation, in the field's unit, not scaled
 */
public record RobustScale(double median, double mad) implements Serializable {
    /** Scores are clamped to [-6, 6]. */
    public static final double CLAMP = 6;

    public static final RobustScale UNDEFINED = new RobustScale(Double.NaN, Double.NaN);

    public static RobustScale of(Statistics statistics) {
        return statistics.isEmpty() ? UNDEFINED : new RobustScale(statistics.median(), statistics.mad());
    }

    /** Whether a score can be computed at all. */
    public boolean defined() {
        return mad > 0;
    }

    /** Unclamped z of one value; NaN if the value or the scale is undefined. */
    public double score(double value) {
        return defined() ? (value - median) / (Statistics.MAD_TO_STD * mad) : Double.NaN;
    }

    /** Limits a score to ±{@link #CLAMP}; NaN stays NaN. */
    public static double clamp(double z) {
        return Math.max(-CLAMP, Math.min(CLAMP, z));
    }

    /** Clamped scores of all values. */
    public float[] scores(float[] values) {
        float[] z = new float[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) clamp(score(values[i]));
        }
        return z;
    }
}
