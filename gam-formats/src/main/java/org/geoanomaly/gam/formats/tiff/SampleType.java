package org.geoanomaly.gam.formats.tiff;

import org.jspecify.annotations.Nullable;

/** How one value is stored. */
public enum SampleType {
    INT8(1, true, false),
    UINT8(1, false, false),
    INT16(2, true, false),
    UINT16(2, false, false),
    INT32(4, true, false),
    UINT32(4, false, false),
    INT64(8, true, false),
    UINT64(8, false, false),
    FLOAT16(2, true, true),
    FLOAT32(4, true, true),
    FLOAT64(8, true, true);

    private final int bytes;
    private final boolean signed;
    private final boolean floating;

    SampleType(int bytes, boolean signed, boolean floating) {
        this.bytes = bytes;
        this.signed = signed;
        this.floating = floating;
    }

    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return floating;
    }

    /** The type of the tags BitsPerSample and SampleFormat; null if it is none of these. */
    static @Nullable SampleType of(int bits, int sampleFormat) {
        boolean floating = sampleFormat == 3;
        boolean signed = floating || sampleFormat == 2;
        if (sampleFormat < 1 || sampleFormat > 4) {
            return null;
        }
        for (SampleType type : values()) {
            if (type.bytes * 8 == bits && type.floating == floating && type.signed == signed) {
                return type;
            }
        }
        return null;
    }
}
