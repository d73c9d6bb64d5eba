package org.geoanomaly.gam.formats.pmtiles;

/** What tiles are. */
public enum TileType {
    UNKNOWN(0),
    MVT(1),
    PNG(2),
    JPEG(3),
    WEBP(4),
    AVIF(5),
    MLT(6);

    private final byte code;

    TileType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
