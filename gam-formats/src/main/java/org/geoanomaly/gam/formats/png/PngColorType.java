package org.geoanomaly.gam.formats.png;

import java.util.Optional;

/** The colour types of PNG with 8-bit samples, under the codes of the specification. */
public enum PngColorType {
    GREY(0, 1),
    RGB(2, 3),
    PALETTE(3, 1),
    GREY_ALPHA(4, 2),
    RGBA(6, 4);

    private final int code;
    private final int channels;

    PngColorType(int code, int channels) {
        this.code = code;
        this.channels = channels;
    }

    public int code() {
        return code;
    }

    /** Bytes for one pixel. */
    public int channels() {
        return channels;
    }

    static Optional<PngColorType> ofCode(int code) {
        for (PngColorType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
