package org.geoanomaly.gam.formats.pmtiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fixed header of {@value #BYTES} bytes, in the order and with the terms of section 3.2 of the specification.
 *
 * @param rootDirectory always within the first {@value #ROOT_END} bytes
 * @param metadata compressed JSON
 * @param leafDirectories empty if the root holds all entries
 * @param tileData contents; entries count from its start
 * @param counts tiles, entries, contents
 * @param clustered whether contents lie in the order of tile ids
 * @param internalCompression of directories and metadata
 * @param tileCompression of contents
 * @param tileType of contents
 * @param minZoom lowest zoom
 * @param maxZoom highest zoom
 * @param minPosition south-west corner of the bounds
 * @param maxPosition north-east corner of the bounds
 * @param centerZoom zoom to start with
 * @param centerPosition place to start with
 */
public record PmtilesHeader(
        Section rootDirectory,
        Section metadata,
        Section leafDirectories,
        Section tileData,
        TileCounts counts,
        boolean clustered,
        Compression internalCompression,
        Compression tileCompression,
        TileType tileType,
        int minZoom,
        int maxZoom,
        Position minPosition,
        Position maxPosition,
        int centerZoom,
        Position centerPosition) {
    public static final int BYTES = 127;
    public static final int VERSION = 3;
    /** The root directory ends within this many bytes, so that one request fetches it. */
    public static final int ROOT_END = 16_384;

    public static final int MAX_ROOT_BYTES = ROOT_END - BYTES;
    private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);

    public PmtilesHeader {
        if (minZoom < 0 || maxZoom > TileCoordinate.MAX_ZOOM || minZoom > maxZoom) {
            throw new IllegalArgumentException("impossible zooms: " + minZoom + " to " + maxZoom);
        }
        if (centerZoom < 0 || centerZoom > 255) {
            throw new IllegalArgumentException("impossible zoom of the centre: " + centerZoom);
        }
    }

    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) VERSION);
        for (Section s : new Section[] {rootDirectory, metadata, leafDirectories, tileData}) {
            out.putLong(s.offset()).putLong(s.length());
        }
        out.putLong(counts.addressed()).putLong(counts.entries()).putLong(counts.contents());
        out.put((byte) (clustered ? 1 : 0));
        out.put(internalCompression.code()).put(tileCompression.code());
        out.put(tileType.code()).put((byte) minZoom).put((byte) maxZoom);
        out.putInt(minPosition.longitudeE7()).putInt(minPosition.latitudeE7());
        out.putInt(maxPosition.longitudeE7()).putInt(maxPosition.latitudeE7());
        out.put((byte) centerZoom);
        out.putInt(centerPosition.longitudeE7()).putInt(centerPosition.latitudeE7());
        return out.array();
    }

    /**
     * Reads a header.
     *
     * @throws IllegalArgumentException if the bytes are no header, or one that cannot be true; the message continues the file's name
     */
    public static PmtilesHeader fromBytes(byte[] bytes) {
        if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("is not a PMTiles archive");
        }
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException(
                    "is truncated: " + bytes.length + " bytes of the " + BYTES + " of a PMTiles header");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int version = in.get() & 0xff;
        if (version != VERSION) {
            throw new IllegalArgumentException("is PMTiles version " + version + ", only version 3 is supported");
        }
        try {
            return read(in);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a damaged PMTiles header: " + e.getMessage(), e);
        }
    }

    private static PmtilesHeader read(ByteBuffer in) {
        return new PmtilesHeader(
                section(in),
                section(in),
                section(in),
                section(in),
                new TileCounts(in.getLong(), in.getLong(), in.getLong()),
                code("clustered flag", in.get(), Boolean.FALSE, Boolean.TRUE),
                code("internal compression", in.get(), Compression.values()),
                code("tile compression", in.get(), Compression.values()),
                code("tile type", in.get(), TileType.values()),
                in.get() & 0xff,
                in.get() & 0xff,
                new Position(in.getInt(), in.getInt()),
                new Position(in.getInt(), in.getInt()),
                in.get() & 0xff,
                new Position(in.getInt(), in.getInt()));
    }

    /** The value whose place is its code: flags and the enumerations of this package list their values by code. */
    @SafeVarargs
    private static <T> T code(String field, byte code, T... values) {
        if (code < 0 || code >= values.length) {
            throw new IllegalArgumentException("unknown " + field + " " + (code & 0xff));
        }
        return values[code];
    }

    private static Section section(ByteBuffer in) {
        return new Section(in.getLong(), in.getLong());
    }
}
