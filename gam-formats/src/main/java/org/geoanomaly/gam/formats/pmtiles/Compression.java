package org.geoanomaly.gam.formats.pmtiles;

/** Compressions of directories, metadata or tiles. */
public enum Compression {
    UNKNOWN(0),
    NONE(1),
    GZIP(2),
    BROTLI(3),
    ZSTD(4);

    private final byte code;

    Compression(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
