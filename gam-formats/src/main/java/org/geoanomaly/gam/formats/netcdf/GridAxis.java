package org.geoanomaly.gam.formats.netcdf;

import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * A regular horizontal axis.
 *
 * @param kind what it measures
 * @param first smallest coordinate, the centre of the first cell
 * @param step distance of neighbours, positive
 * @param count number of coordinates
 * @param descending whether the file runs from the largest to the smallest
 * @param bounded whether the file gives cell bounds for it
 */
record GridAxis(Kind kind, double first, double step, int count, boolean descending, boolean bounded) {
    /** Coordinates further than this share of a step from even spacing are not regular. */
    private static final double TOLERANCE = 0.02;

    /** What a horizontal axis measures. */
    enum Kind {
        LATITUDE,
        LONGITUDE,
        NORTHING,
        EASTING;

        boolean northward() {
            return this == LATITUDE || this == NORTHING;
        }

        boolean geographic() {
            return this == LATITUDE || this == LONGITUDE;
        }
    }

    double last() {
        return first + (count - 1) * step;
    }

    /** What a coordinate variable measures, by units, standard name, axis and name (CF-1.10 chapter 4); empty if nothing horizontal. */
    static Optional<Kind> kind(NetcdfVariable variable) {
        String units = variable.units()
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace("_", "")
                .replace(" ", "");
        if (units.matches("degrees?n(orth)?")) {
            return Optional.of(Kind.LATITUDE);
        }
        if (units.matches("degrees?e(ast)?")) {
            return Optional.of(Kind.LONGITUDE);
        }
        switch (variable.standardName().orElse("")) {
            case "latitude" -> {
                return Optional.of(Kind.LATITUDE);
            }
            case "longitude" -> {
                return Optional.of(Kind.LONGITUDE);
            }
            case "projection_y_coordinate" -> {
                return Optional.of(Kind.NORTHING);
            }
            case "projection_x_coordinate" -> {
                return Optional.of(Kind.EASTING);
            }
            default -> {
                return byName(variable, units.startsWith("degree"));
            }
        }
    }

    private static Optional<Kind> byName(NetcdfVariable variable, boolean degrees) {
        String name = variable.name().substring(variable.name().lastIndexOf('/') + 1);
        switch (name.toLowerCase(Locale.ROOT)) {
            case "lat", "latitude", "lats", "nav_lat" -> {
                return Optional.of(Kind.LATITUDE);
            }
            case "lon", "long", "longitude", "lons", "nav_lon" -> {
                return Optional.of(Kind.LONGITUDE);
            }
            case "y", "northing", "north" -> {
                return Optional.of(degrees ? Kind.LATITUDE : Kind.NORTHING);
            }
            case "x", "easting", "east" -> {
                return Optional.of(degrees ? Kind.LONGITUDE : Kind.EASTING);
            }
            default -> {
                String axis = variable.text("axis").orElse("");
                return switch (axis.toUpperCase(Locale.ROOT)) {
                    case "Y" -> Optional.of(degrees ? Kind.LATITUDE : Kind.NORTHING);
                    case "X" -> Optional.of(degrees ? Kind.LONGITUDE : Kind.EASTING);
                    default -> Optional.empty();
                };
            }
        }
    }

    /**
     * Checks that coordinates are evenly spaced. Longitudes that jump back by 360° on the way are unrolled.
     *
     * @param where file and variable, for messages
     */
    static GridAxis of(String where, Kind kind, double[] given, boolean bounded, double toMetres) {
        int n = given.length;
        if (n < 2) {
            throw bad(where, "has " + n + " coordinate where a grid needs at least two");
        }
        double[] v = given.clone();
        boolean descending = v[1] < v[0] && !(kind == Kind.LONGITUDE && v[0] - v[1] > 180);
        if (kind == Kind.LONGITUDE) {
            unroll(v, descending);
        }
        double step = (v[n - 1] - v[0]) / (n - 1);
        if (!Double.isFinite(step) || step == 0) {
            throw bad(where, "has coordinates that do not increase or decrease evenly");
        }
        double slack = Math.abs(step) * TOLERANCE + 2 * Math.ulp((float) Math.max(Math.abs(v[0]), Math.abs(v[n - 1])));
        for (int i = 0; i < n; i++) {
            double expected = v[0] + i * step;
            if (!(Math.abs(v[i] - expected) <= slack)) {
                throw bad(
                        where,
                        "is not regular: coordinate " + (i + 1) + " is " + given[i] + " where even steps of "
                                + (float) step + " lead to " + (float) expected);
            }
        }
        if (kind == Kind.LATITUDE && (Math.abs(v[0]) > 90.001 || Math.abs(v[n - 1]) > 90.001)) {
            throw bad(where, "runs from " + v[0] + " to " + v[n - 1] + ", which are not latitudes");
        }
        if (kind == Kind.LONGITUDE && Math.abs(step) * (n - 1) > 360.001) {
            throw bad(where, "spans " + Math.abs(step) * (n - 1) + "°, more than once around the globe");
        }
        double first = (step < 0 ? v[n - 1] : v[0]) * toMetres;
        return new GridAxis(kind, first, Math.abs(step) * toMetres, n, step < 0, bounded);
    }

    private static void unroll(double[] v, boolean descending) {
        double turn = 0;
        for (int i = 1; i < v.length; i++) {
            double difference = v[i] + turn - v[i - 1];
            if (!descending && difference < -180) {
                turn += 360;
            } else if (descending && difference > 180) {
                turn -= 360;
            }
            v[i] += turn;
        }
    }

    private static DataFormatException bad(String where, String problem) {
        return new DataFormatException(where, problem, "only regular grids can be read", null);
    }
}
