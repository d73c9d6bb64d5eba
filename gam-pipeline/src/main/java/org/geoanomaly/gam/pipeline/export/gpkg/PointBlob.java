package org.geoanomaly.gam.pipeline.export.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A point as GeoPackage stores it (OGC 12-128r17, 2.1.3): {@code GP}, version 0, flags (little-endian, no envelope), the reference system,
 * then well-known binary.
 */
final class PointBlob {
    static final int WGS84 = 4326;
    private static final int SIZE = 29;
    private static final byte LITTLE_ENDIAN = 1;
    private static final int WKB_POINT = 1;

    private PointBlob() {}

    static byte[] of(double longitude, double latitude) {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put(LITTLE_ENDIAN)
                .putInt(WGS84)
                .put(LITTLE_ENDIAN)
                .putInt(WKB_POINT)
                .putDouble(longitude)
                .putDouble(latitude)
                .array();
    }

    /** Longitude and latitude, if the blob is one that {@link #of} makes. */
    static Optional<double[]> read(byte[] blob) {
        if (blob.length != SIZE) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        double[] place = {in.getDouble(SIZE - 16), in.getDouble(SIZE - 8)};
        return java.util.Arrays.equals(blob, of(place[0], place[1])) ? Optional.of(place) : Optional.empty();
    }
}
