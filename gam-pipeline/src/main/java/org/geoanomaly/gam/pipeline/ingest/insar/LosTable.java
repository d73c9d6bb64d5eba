package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.formats.points.PointTable;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads points with the line of sight of each. With names: longitude, latitude, a value ({@code los}, {@code displacement}, {@code velocity},
 * …), a standard deviation or variance, and either {@code los_east, los_north, los_up} or incidence and heading. Without names, as the VMOD
 * package writes them after a quadtree: longitude, latitude, heading, incidence, value, variance, and four numbers of the quadtree cell.
 *
 * <p>A column {@code az} or {@code azimuth} is the heading of the flight, clockwise from north, as in VMOD; angles in radians are recognised
 * by their size.
 */
final class LosTable {
    private static final List<String> UNNAMED =
            List.of("longitude", "latitude", "heading", "incidence", "value", "variance");

    private static final Pattern LONGITUDE = Pattern.compile("lon|long|longitude|lon_deg");
    private static final Pattern LATITUDE = Pattern.compile("lat|latitude|lat_deg");
    private static final Pattern HEIGHT = Pattern.compile("h|height|elevation|elev|z|height_m");
    private static final Pattern VALUE = Pattern.compile(
            "value|(v|los|displacement|disp|dlos|d|u|los_displacement|displacement_los|velocity|vel|vlos|v_los|los_velocity|rate)"
                    + "([_ \\[(].*)?");
    private static final Pattern DEVIATION =
            Pattern.compile("(sigma|std|stdev|stddev|uncertainty|error|err|standard_deviation)([_ \\[(].*)?");
    private static final Pattern VARIANCE = Pattern.compile("(var|variance)([_ \\[(].*)?");
    private static final Pattern INCIDENCE =
            Pattern.compile("(inc|incidence|incidence_angle|look|look_angle)([_ \\[(].*)?");
    private static final Pattern HEADING = Pattern.compile("(az|azimuth|heading|track_angle|flight)([_ \\[(].*)?");
    private static final Pattern EAST = Pattern.compile("los_east|los_e|e|east|ue|look_e|unit_e");
    private static final Pattern NORTH = Pattern.compile("los_north|los_n|n|north|un|look_n|unit_n");
    private static final Pattern UP = Pattern.compile("los_up|los_u|u|up|uu|look_u|unit_u");
    private static final Pattern COHERENCE = Pattern.compile("coherence|coh|cc|temporal_coherence");
    private static final Pattern SPEED = Pattern.compile("v.*|.*vel.*|rate.*");

    private final SceneRead read;
    private final List<String> notes = new ArrayList<>();

    LosTable(SceneRead read) {
        this.read = read;
    }

    /** The columns of a table; NaN stands for one that is absent. */
    private static final class Columns {
        double[] lon = {};
        double[] lat = {};
        double[] value = {};
        double @Nullable [] height;
        double @Nullable [] spread;
        double @Nullable [] coherence;
        double @Nullable [] incidence;
        double @Nullable [] heading;
        double @Nullable [][] vector;
        boolean variance;
        String valueName = "";
    }

    SceneRead.Outcome read(LosColumns out) throws IOException {
        Path product = read.files().product();
        PointTable table = PointReader.read(product);
        Columns c = columns(table, product);
        Unit unit = unit(c);
        boolean velocity = unit.dimension() == Unit.Dimension.VELOCITY;
        double factor = unit.factorTo(velocity ? Unit.MILLIMETRE_PER_YEAR : Unit.METRE);
        double sign = "away".equals(read.scene().positive()) ? -1 : 1;
        LosColumns.Point p = new LosColumns.Point();
        int bad = 0;
        int elsewhere = 0;
        for (int i = 0; i < table.rows(); i++) {
            boolean possible =
                    Math.abs(c.lat[i]) <= 90 && c.lon[i] >= -180 && c.lon[i] <= 360 && Double.isFinite(c.value[i]);
            if (!possible || !look(c, i, p.look)) {
                bad++;
                continue;
            }
            p.longitude = org.geoanomaly.gam.grid.geometry.BoundingBox.normalizeLongitude(c.lon[i]);
            p.latitude = c.lat[i];
            if (!read.wants(p.longitude, p.latitude)) {
                elsewhere++;
                continue;
            }
            p.value = sign * factor * c.value[i];
            p.height = c.height == null ? Double.NaN : c.height[i];
            p.coherence = c.coherence == null ? Double.NaN : c.coherence[i];
            p.uncertainty = factor * deviation(c, i);
            out.add(p, read.track());
        }
        count(bad, "rows have no possible place, value or line of sight and were left out");
        count(elsewhere, "points lie outside the area");
        return new SceneRead.Outcome(velocity, read.scene().unit() != null, notes);
    }

    private void count(int n, String what) {
        if (n > 0) {
            notes.add(read.name() + ": " + n + " " + what);
        }
    }

    private static double deviation(Columns c, int i) {
        if (c.spread == null || !(c.spread[i] > 0)) {
            return Double.NaN;
        }
        return c.variance ? Math.sqrt(c.spread[i]) : c.spread[i];
    }

    private static boolean look(Columns c, int i, double[] out) {
        if (c.vector != null) {
            for (int k = 0; k < 3; k++) {
                out[k] = c.vector[k][i];
            }
            return out[2] > 0 && Look.normalized(out);
        }
        double incidence = c.incidence == null ? Double.NaN : c.incidence[i];
        double heading = c.heading == null ? Double.NaN : c.heading[i];
        Look.ofAngles(incidence, heading, out);
        return incidence >= 0 && incidence < 90 && Math.abs(heading) <= 720;
    }

    private Columns columns(PointTable table, Path product) {
        Columns c = new Columns();
        boolean named = table.named() && find(table, LONGITUDE).isPresent();
        if (!named && table.names().size() < UNNAMED.size()) {
            throw new DataFormatException(
                    product,
                    "has " + table.names().size() + " columns without names; without names they must be "
                            + String.join(", ", UNNAMED),
                    "give the columns names in a first line");
        }
        c.lon = need(table, named ? find(table, LONGITUDE) : Optional.of("1"), "longitude", product);
        c.lat = need(table, named ? find(table, LATITUDE) : Optional.of("2"), "latitude", product);
        if (!named) {
            unnamed(table, c);
            return c;
        }
        vectors(table, c);
        c.valueName = value(table, c, product);
        c.value = table.column(c.valueName);
        c.height = find(table, HEIGHT).map(table::column).orElse(null);
        c.coherence = find(table, COHERENCE).map(table::column).orElse(null);
        c.variance = find(table, DEVIATION).isEmpty() && find(table, VARIANCE).isPresent();
        c.spread = find(table, c.variance ? VARIANCE : DEVIATION)
                .map(table::column)
                .orElse(null);
        return c;
    }

    private void unnamed(PointTable table, Columns c) {
        c.heading = table.column("3").clone();
        c.incidence = table.column("4").clone();
        c.value = table.column("5");
        c.spread = table.column("6");
        c.variance = true;
        degrees(c);
        notes.add(read.name() + ": columns without names, taken for " + String.join(", ", UNNAMED));
    }

    private void vectors(PointTable table, Columns c) {
        Optional<String> east = find(table, EAST);
        Optional<String> north = find(table, NORTH);
        Optional<String> up = find(table, UP);
        if (east.isPresent() && north.isPresent() && up.isPresent()) {
            c.vector = new double[][] {table.column(east.get()), table.column(north.get()), table.column(up.get())};
            return;
        }
        Double incidence = read.scene().incidence();
        Double heading = read.scene().heading();
        c.incidence = find(table, INCIDENCE)
                .map(n -> table.column(n).clone())
                .orElseGet(() -> constant(incidence, table.rows()));
        c.heading =
                find(table, HEADING).map(n -> table.column(n).clone()).orElseGet(() -> constant(heading, table.rows()));
        if (c.incidence == null || c.heading == null) {
            throw new ConfigurationException(
                    read.name()
                            + " has no line of sight: neither los_east, los_north, los_up nor incidence and heading are"
                            + " among its columns " + String.join(", ", table.names()),
                    "name the columns so, or give data.sources.insar.incidence and heading in degrees",
                    null);
        }
        degrees(c);
    }

    private static double @Nullable [] constant(@Nullable Double value, int n) {
        if (value == null) {
            return null;
        }
        double[] column = new double[n];
        java.util.Arrays.fill(column, value);
        return column;
    }

    /** No radar of a satellite looks within 1.6 degrees of the vertical, so that incidences that small are radians. */
    private static void degrees(Columns c) {
        double largest = 0;
        for (double v : c.incidence == null ? new double[0] : c.incidence) {
            largest = Double.isNaN(v) ? largest : Math.max(largest, Math.abs(v));
        }
        if (largest > 0 && largest <= Math.PI / 2 && c.incidence != null && c.heading != null) {
            for (int i = 0; i < c.incidence.length; i++) {
                c.incidence[i] = Math.toDegrees(c.incidence[i]);
                c.heading[i] = Math.toDegrees(c.heading[i]);
            }
        }
    }

    private String value(PointTable table, Columns c, Path product) {
        String wanted = read.scene().variable();
        if (wanted != null) {
            table.column(wanted);
            return wanted;
        }
        List<String> found = table.names().stream()
                .filter(n -> VALUE.matcher(n.toLowerCase(Locale.ROOT)).matches())
                .filter(n -> c.vector == null || !isPart(n))
                .filter(n -> !EAST.matcher(n.toLowerCase(Locale.ROOT)).matches())
                .filter(n -> !n.toLowerCase(Locale.ROOT).matches("los_(north|up|n|u)"))
                .toList();
        if (found.size() != 1) {
            throw new DataFormatException(
                    product,
                    (found.isEmpty()
                                    ? "has no column of displacements or velocities"
                                    : "has several: " + String.join(", ", found))
                            + "; its columns are " + String.join(", ", table.names()),
                    "name it in data.sources.insar.variable");
        }
        return found.get(0);
    }

    private static boolean isPart(String name) {
        String n = name.toLowerCase(Locale.ROOT);
        return EAST.matcher(n).matches()
                || NORTH.matcher(n).matches()
                || UP.matcher(n).matches();
    }

    private static double[] need(PointTable table, Optional<String> name, String what, Path product) {
        try {
            return table.column(name.orElseThrow(() -> new DataFormatException(
                    product, "has no column " + what + " among " + String.join(", ", table.names()))));
        } catch (DataFormatException e) {
            throw e;
        } catch (GamException e) {
            throw new DataFormatException(product, "has no column of numbers for the " + what);
        }
    }

    private static Optional<String> find(PointTable table, Pattern pattern) {
        return table.names().stream()
                .filter(n -> pattern.matcher(n.toLowerCase(Locale.ROOT)).matches())
                .findFirst();
    }

    /** From the configuration, the column's name, or the size of the numbers. */
    private Unit unit(Columns c) {
        Unit stated = read.scene().unit();
        String quantity = read.scene().quantity();
        boolean velocity = quantity != null
                ? quantity.equals("los_velocity")
                : SPEED.matcher(c.valueName.toLowerCase(Locale.ROOT)).matches();
        if (stated == null) {
            stated = PointTable.unit(c.valueName)
                    .filter(u -> u.dimension() == Unit.Dimension.LENGTH || u.dimension() == Unit.Dimension.VELOCITY)
                    .orElse(null);
        }
        if (stated != null) {
            return agreed(stated, quantity);
        }
        double largest = 0;
        for (double v : c.value) {
            largest = Double.isNaN(v) ? largest : Math.max(largest, Math.abs(v));
        }
        boolean small = largest <= 1;
        Unit assumed = velocity
                ? small ? Unit.METRE_PER_YEAR : Unit.MILLIMETRE_PER_YEAR
                : largest <= 20 ? Unit.METRE : Unit.MILLIMETRE;
        notes.add(String.format(
                Locale.ROOT,
                "%s: nobody states the unit; values up to %.3g are taken for %s",
                read.name(),
                largest,
                assumed.symbol()));
        return assumed;
    }

    private Unit agreed(Unit stated, @Nullable String quantity) {
        boolean speed = stated.dimension() == Unit.Dimension.VELOCITY;
        boolean contradicts = quantity != null && quantity.equals("los_velocity") != speed;
        if (contradicts || (!speed && stated.dimension() != Unit.Dimension.LENGTH)) {
            throw new ConfigurationException(
                    "data.sources.insar: " + stated.symbol() + " is no unit of "
                            + (quantity == null ? "a displacement" : quantity) + ", as which " + read.name()
                            + " is read",
                    "displacements are in m, cm or mm, velocities in m/yr or mm/yr",
                    null);
        }
        return stated;
    }
}
