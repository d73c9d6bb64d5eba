package org.geoanomaly.gam.grid.geometry;

import java.io.Serializable;
import java.util.Locale;
import org.geoanomaly.gam.grid.error.GamException;

/**
 * A box on the globe in degrees WGS84, written south, north, west, east. Longitudes lie in [-180, 180]; {@code west > east} means that the
 * box crosses the antimeridian.
 */
public record BoundingBox(double south, double north, double west, double east) implements Serializable {
    private static final String ORDER = "the order is south, north, west, east (min_lat, max_lat, min_lon, max_lon)";

    public static final BoundingBox GLOBE = new BoundingBox(-90, 90, -180, 180);

    public BoundingBox {
        if (!(south >= -90 && north <= 90 && south < north)) {
            throw invalid(
                    "south " + south + " is not below north " + north + " within -90..90", south, north, west, east);
        }
        if (!(west >= -180 && west <= 180 && east >= -180 && east <= 180)) {
            throw invalid(
                    "west " + west + " and east " + east + " must lie within -180..180", south, north, west, east);
        }
        if (west == east) {
            throw invalid("west " + west + " equals east " + east + ", so the box is empty", south, north, west, east);
        }
    }

    private static GamException invalid(String why, double s, double n, double w, double e) {
        return new GamException(
                String.format(Locale.ROOT, "bounding box [%s, %s, %s, %s]: %s; %s", s, n, w, e, why, ORDER));
    }

    /** Parses {@code S,N,W,E}. */
    public static BoundingBox parse(String text) {
        String[] parts = text.trim().split("\\s*,\\s*", -1);
        if (parts.length != 4) {
            throw new GamException("bounding box '" + text + "' needs four numbers; " + ORDER);
        }
        double[] v = new double[4];
        for (int i = 0; i < 4; i++) {
            try {
                v[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                throw new GamException("bounding box '" + text + "': '" + parts[i] + "' is not a number; " + ORDER, e);
            }
        }
        return new BoundingBox(v[0], v[1], v[2], v[3]);
    }

    public boolean crossesAntimeridian() {
        return west > east;
    }

    /** East-west extent in degrees, in (0, 360]. */
    public double width() {
        return crossesAntimeridian() ? east - west + 360 : east - west;
    }

    public double height() {
        return north - south;
    }

    /** Whether the interiors of the two boxes overlap. */
    public boolean intersects(BoundingBox o) {
        return south < o.north && o.south < north && longitudesOverlap(o);
    }

    private boolean longitudesOverlap(BoundingBox o) {
        for (int shift = -360; shift <= 360; shift += 360) {
            if (west + shift < o.west + o.width() && o.west < west + shift + width()) {
                return true;
            }
        }
        return false;
    }

    /** Longitude brought into [-180, 180). */
    public static double normalizeLongitude(double longitude) {
        double l = (longitude + 180) % 360;
        return (l < 0 ? l + 360 : l) - 180;
    }
}
