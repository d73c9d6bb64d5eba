package org.geoanomaly.gam.pipeline.webtile;

/**
 * Where pixels of the global Web Mercator pyramid lie in degrees. At zoom z the world is a square of 256·2^z pixels; pixel edges are
 * counted from the west and from the north. Latitude of an edge: φ = atan(sinh(π (1 − 2 e / (256·2^z)))), which is 85.0511° at the top.
 * StrictMath, so that every machine cuts cells at the same place.
 */
public final class WebMercator {
    public static final int TILE_SIZE = 256;
    /** Latitude of the northern edge of the pyramid. */
    public static final double MAX_LATITUDE = latitude(0, 0);

    private WebMercator() {}

    /** Pixels along one side of the world at a zoom. */
    public static long pixels(int zoom) {
        return (long) TILE_SIZE << zoom;
    }

    /** Longitude of the pixel edge {@code edge} in degrees. */
    public static double longitude(int zoom, long edge) {
        return 360.0 * edge / pixels(zoom) - 180.0;
    }

    /** Latitude of the pixel edge {@code edge}, counted from the north, in degrees. */
    public static double latitude(int zoom, long edge) {
        double y = StrictMath.PI * (1.0 - 2.0 * edge / pixels(zoom));
        return StrictMath.toDegrees(StrictMath.atan(StrictMath.sinh(y)));
    }
}
