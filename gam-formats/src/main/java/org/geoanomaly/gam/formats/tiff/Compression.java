package org.geoanomaly.gam.formats.tiff;

import org.jspecify.annotations.Nullable;

/** The compressions that are read, with the greatest factor by which each can expand its input. */
public enum Compression {
    NONE(1),
    /** A 12-bit code stands for at most some 3,800 bytes. */
    LZW(4096),
    /** RFC 1951: 258 bytes for two bits at best. */
    DEFLATE(1040),
    PACKBITS(64),
    /** A four-byte block can repeat one byte 128 Ki times. */
    ZSTD(1 << 17);

    private final int maxExpansion;

    Compression(int maxExpansion) {
        this.maxExpansion = maxExpansion;
    }

    int maxExpansion() {
        return maxExpansion;
    }

    /** The compression of the tag's number; null if it is not read. */
    static @Nullable Compression of(long number) {
        return switch ((int) Math.min(number, Integer.MAX_VALUE)) {
            case TiffTags.COMPRESSION_NONE -> NONE;
            case TiffTags.COMPRESSION_LZW -> LZW;
            case TiffTags.COMPRESSION_ADOBE_DEFLATE, TiffTags.COMPRESSION_DEFLATE -> DEFLATE;
            case TiffTags.COMPRESSION_PACKBITS -> PACKBITS;
            case TiffTags.COMPRESSION_ZSTD -> ZSTD;
            default -> null;
        };
    }
}
