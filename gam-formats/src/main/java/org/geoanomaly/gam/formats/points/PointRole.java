package org.geoanomaly.gam.formats.points;

import java.util.List;
import java.util.Locale;

/** What a column means, by the usual names for it. */
public enum PointRole {
    LONGITUDE("longitude", "lon", "long", "lng"),
    LATITUDE("latitude", "lat"),
    EASTING("easting", "x", "utm_e", "east"),
    NORTHING("northing", "y", "utm_n", "north"),
    HEIGHT("height", "elevation", "elev", "altitude", "alt", "h", "z", "height_over_ell", "h_over_geoid"),
    UNCERTAINTY("uncertainty", "error", "sigma", "std", "stddev", "err", "accuracy");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    PointRole(String... names) {
        this.names = List.of(names);
    }

    /** Whether a column has one of the names, perhaps followed by what it refers to and its unit, as in {@code height_sea_level_m}. */
    boolean matches(String column) {
        String plain = column.toLowerCase(Locale.ROOT)
                .replaceAll("[\\[(].*", "")
                .trim()
                .replaceAll("[ -]+", "_");
        return names.stream()
                .anyMatch(n -> plain.equals(n)
                        || (n.length() > 2
                                && plain.startsWith(n + "_")
                                && PointRole.tail(plain.substring(n.length() + 1))));
    }

    /** {@code longitude_error_m} is an error, not a longitude. */
    private static boolean tail(String rest) {
        return UNCERTAINTY.names.stream().noneMatch(rest::contains);
    }
}
