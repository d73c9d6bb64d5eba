package org.geoanomaly.gam.formats.pmtiles;

/**
 * A web tile: zoom, column from the west, row from the north.
 *
 * @param z zoom, 0..{@value #MAX_ZOOM}
 * @param x column, 0..2^z - 1
 * @param y row, 0..2^z - 1
 */
public record TileCoordinate(int z, int x, int y) {
    public static final int MAX_ZOOM = 30;

    public TileCoordinate {
        if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new IllegalArgumentException("no web tile " + z + "/" + x + "/" + y);
        }
    }

    /** Number of tiles at all zooms below {@code z}: the id of the first tile at {@code z}. */
    public static long firstId(int z) {
        return ((1L << (2 * z)) - 1) / 3;
    }

    /** The number of this tile along the Hilbert curves, zoom 0 first. */
    public long id() {
        long d = firstId(z);
        int tx = x;
        int ty = y;
        for (int a = z - 1; a >= 0; a--) {
            int s = 1 << a;
            int rx = (tx & s) != 0 ? 1 : 0;
            int ry = (ty & s) != 0 ? 1 : 0;
            d += ((long) ((3 * rx) ^ ry) << a) << a;
            if (ry == 0) {
                int mask = s - 1;
                int u = rx == 1 ? mask - (tx & mask) : tx & mask;
                int v = rx == 1 ? mask - (ty & mask) : ty & mask;
                tx = v;
                ty = u;
            }
        }
        return d;
    }

    /** The tile that has this number. */
    public static TileCoordinate ofId(long id) {
        int z = zoomOf(id);
        long t = id - firstId(z);
        int x = 0;
        int y = 0;
        for (int a = 0; a < z; a++) {
            int s = 1 << a;
            int rx = (int) (t >> 1) & 1;
            int ry = (int) (t ^ rx) & 1;
            if (ry == 0) {
                int u = rx == 1 ? s - 1 - x : x;
                int v = rx == 1 ? s - 1 - y : y;
                x = v;
                y = u;
            }
            x += s * rx;
            y += s * ry;
            t >>= 2;
        }
        return new TileCoordinate(z, x, y);
    }

    /** The zoom of the tile that has this number. */
    public static int zoomOf(long id) {
        if (id < 0 || id >= firstId(MAX_ZOOM + 1)) {
            throw new IllegalArgumentException("no web tile has the id " + id);
        }
        return (63 - Long.numberOfLeadingZeros(3 * id + 1)) / 2;
    }

    @Override
    public String toString() {
        return z + "/" + x + "/" + y;
    }
}
