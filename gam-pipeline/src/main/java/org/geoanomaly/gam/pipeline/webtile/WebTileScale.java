package org.geoanomaly.gam.pipeline.webtile;

/**
 * Values to 8-bit codes: code = floor((v − min) · 255 / (max − min) + 0.5), clamped to 0..255; value = code · scale + offset.
 *
 * @param min value of code 0
 * @param max value of code 255
 */
public record WebTileScale(double min, double max) {
    /** Fused z: −6 to 6; 0 becomes 127.5 and so code 128. */
    public static final WebTileScale FUSED_Z = new WebTileScale(-6, 6);

    public WebTileScale {
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("no scale from " + min + " to " + max);
        }
    }

    public int code(double value) {
        double code = Math.floor((value - min) * (255 / (max - min)) + 0.5);
        return (int) Math.max(0, Math.min(255, code));
    }

    public double value(int code) {
        return code * scale() + offset();
    }

    public double scale() {
        return (max - min) / 255;
    }

    public double offset() {
        return min;
    }
}
