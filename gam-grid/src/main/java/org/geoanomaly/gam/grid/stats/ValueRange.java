package org.geoanomaly.gam.grid.stats;

/**
 * Extent and mean of the valid (non-NaN) values, in one pass without sorting: for arrays too large for {@link RobustStatistics}. With no
 * valid value, count is 0 and the others are NaN.
 */
public record ValueRange(long count, double min, double max, double mean) {
    public static ValueRange of(float[] values) {
        long count = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (float v : values) {
            if (!Float.isNaN(v)) {
                count++;
                min = Math.min(min, v);
                max = Math.max(max, v);
                sum += v;
            }
        }
        return count == 0
                ? new ValueRange(0, Double.NaN, Double.NaN, Double.NaN)
                : new ValueRange(count, min, max, sum / count);
    }

    /** The largest magnitude; NaN if there is no value. */
    public double largest() {
        return Math.max(Math.abs(min), Math.abs(max));
    }

    /** Of the values of both. */
    public ValueRange and(ValueRange other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long all = count + other.count;
        double both = mean * ((double) count / all) + other.mean * ((double) other.count / all);
        return new ValueRange(all, Math.min(min, other.min), Math.max(max, other.max), both);
    }
}
