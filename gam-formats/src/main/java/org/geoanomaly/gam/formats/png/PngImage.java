package org.geoanomaly.gam.formats.png;

/** A decoded picture: samples row by row from the top, channels interleaved. The arrays are shared, not copied. */
public final class PngImage {
    private final int width;
    private final int height;
    private final PngColorType colorType;
    private final byte[] samples;
    private final int[] palette;

    PngImage(int width, int height, PngColorType colorType, byte[] samples, int[] palette) {
        this.width = width;
        this.height = height;
        this.colorType = colorType;
        this.samples = samples;
        this.palette = palette;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public PngColorType colorType() {
        return colorType;
    }

    /** {@code width * height * colorType().channels()} bytes. */
    public byte[] samples() {
        return samples;
    }

    /** Colours as 0xAARRGGBB, empty unless the picture has a palette. */
    public int[] palette() {
        return palette;
    }

    /** The unsigned sample of a channel at (x, y). */
    public int sample(int x, int y, int channel) {
        return samples[(y * width + x) * colorType.channels() + channel] & 0xff;
    }
}
