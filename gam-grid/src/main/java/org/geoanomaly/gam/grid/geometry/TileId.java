package org.geoanomaly.gam.grid.geometry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geoanomaly.gam.grid.error.GamException;

/**
 * A 10° x 10° macro tile, named by its south-west corner: {@code t_N30_E120} spans 30..40° N, 120..130° E.
 *
 * @param south latitude of the southern edge, -90..80 in tens
 * @param west longitude of the western edge, -180..170 in tens
 */
public record TileId(int south, int west) implements Serializable, Comparable<TileId> {
    public static final int DEGREES = 10;
    private static final Pattern NAME = Pattern.compile("t_([NS])(\\d{2})_([EW])(\\d{3})");

    public TileId {
        if (south < -90 || south > 80 || south % DEGREES != 0 || west < -180 || west > 170 || west % DEGREES != 0) {
            throw new IllegalArgumentException("no tile has its south-west corner at " + south + ", " + west);
        }
    }

    /**
     * Parses a name such as {@code t_S10_W170}.
     *
     * @throws GamException if no tile has that name
     */
    public static TileId parse(String name) {
        Matcher m = NAME.matcher(name.trim());
        if (m.matches()) {
            int lat = Integer.parseInt(m.group(2)) * (m.group(1).equals("S") ? -1 : 1);
            int lon = Integer.parseInt(m.group(4)) * (m.group(3).equals("W") ? -1 : 1);
            if (lat >= -90 && lat <= 80 && lat % DEGREES == 0 && lon >= -180 && lon <= 170 && lon % DEGREES == 0) {
                TileId id = new TileId(lat, lon);
                if (id.name().equals(name.trim())) {
                    return id;
                }
            }
        }
        throw new GamException(
                "'" + name + "' names no tile",
                "a tile is named by its south-west corner in tens of degrees, such as t_N30_E120 or t_S10_W170",
                null);
    }

    /** All 648 tiles, from the north-west, row by row. */
    public static List<TileId> all() {
        List<TileId> tiles = new ArrayList<>(648);
        for (int south = 80; south >= -90; south -= DEGREES) {
            for (int west = -180; west < 180; west += DEGREES) {
                tiles.add(new TileId(south, west));
            }
        }
        return List.copyOf(tiles);
    }

    public String name() {
        return String.format(
                Locale.ROOT,
                "t_%s%02d_%s%03d",
                south < 0 ? "S" : "N",
                Math.abs(south),
                west < 0 ? "W" : "E",
                Math.abs(west));
    }

    public BoundingBox bounds() {
        return new BoundingBox(south, south + DEGREES, west, west + DEGREES);
    }

    /** From north to south, then west to east. */
    @Override
    public int compareTo(TileId o) {
        return south != o.south ? Integer.compare(o.south, south) : Integer.compare(west, o.west);
    }

    @Override
    public String toString() {
        return name();
    }
}
