package org.geoanomaly.gam.pipeline.webtile;

/**
 * Values to codes: code = floor((v − min) · last / (max − min) + 0.5), clamped to 0..last; value = code · scale + offset.
 *
 * @param min value of code 0
 * @param max value of the last code
 * @param last the last code: 255 for pictures of 8 bits, 65535 for those of 16
 */
public record WebTileScale(double min, double max, int last) {
    public static final int LAST_OF_8_BITS = 255;
    public static final int LAST_OF_16_BITS = 65535;
    /** Fused z: −6 to 6; 0 becomes 127.5 and so code 128. */
    public static final WebTileScale FUSED_Z = new WebTileScale(-6, 6);

    /** Steps within one standard deviation, at most: finer ones only say what the noise is. */
    private static final double STEPS_PER_SIGMA = 500;

    public WebTileScale {
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("no scale from " + min + " to " + max);
        }
        if (last != LAST_OF_8_BITS && last != LAST_OF_16_BITS) {
            throw new IllegalArgumentException("codes end at 255 or 65535, not at " + last);
        }
    }

    /** A scale of 8 bits. */
    public WebTileScale(double min, double max) {
        this(min, max, LAST_OF_8_BITS);
    }

    /**
     * A scale of 16 bits for physical values, whose step is 1, 2 or 5 times a power of ten: coarse enough to hold all values, and not finer
     * than a five-hundredth of their spread.
     *
     * @param low the least value
     * @param high the greatest value
     * @param sigma their spread; may be 0
     */
    public static WebTileScale physical(double low, double high, double sigma) {
        double needed = Math.max((high - low) / (LAST_OF_16_BITS - 2), sigma / STEPS_PER_SIGMA);
        double step = needed > 0 ? nice(needed) : Math.max(1e-6, nice(Math.abs(low) / 1e6 + 1e-9));
        double min = Math.floor(low / step) * step;
        return new WebTileScale(min, min + LAST_OF_16_BITS * step, LAST_OF_16_BITS);
    }

    /** The least of 1, 2, 5 × 10^n that is at least {@code value}. */
    private static double nice(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (int digit : new int[] {1, 2, 5}) {
            if (digit * power >= value * (1 - 1e-12)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    public int code(double value) {
        double code = Math.floor((value - min) * (last / (max - min)) + 0.5);
        return (int) Math.max(0, Math.min(last, code));
    }

    public double value(int code) {
        return code * scale() + offset();
    }

    public double scale() {
        return (max - min) / last;
    }

    public double offset() {
        return min;
    }
}
