package org.geoanomaly.gam.grid.stats;

/**
 * Statistics of the valid (non-NaN) values. With no valid value, count is 0 and all others are NaN. Percentiles interpolate linearly
 * between order statistics (Hyndman and Fan 1996, type 7, NumPy's default); the standard deviation is the population's (divisor n); MAD is
 * the median of absolute deviations from the median, not scaled.
 */
public record Statistics(
        int count, double min, double max, double mean, double std, double median, double mad, double p5, double p95) {
    /** 1/Φ⁻¹(3/4): the factor that turns MAD into the standard deviation of a normal distribution. */
    public static final double MAD_TO_STD = 1.4826;

    public static final Statistics NONE = new Statistics(
            0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    public boolean isEmpty() {
        return count == 0;
    }
}
