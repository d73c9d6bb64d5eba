package org.geoanomaly.gam.formats.png;

/** The one filter that an encoder applies to all scanlines of a picture. */
public enum PngFilter {
    /** Samples as they are: right for palettes, whose indices have no arithmetic. */
    NONE(0),
    /** Differences to the pixel on the left. */
    SUB(1),
    /** Differences to the scanline above: on smooth or enlarged fields smaller and faster than choosing a filter for each scanline. */
    UP(2);

    private final byte code;

    PngFilter(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
