package org.geoanomaly.gam.pipeline.synth;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.synth.SynthResult.Fact;

/** The text forms of results. Coordinates keep twelve decimals without trailing zeros; values the shortest digits that restore them. */
final class TextResults {
    private TextResults() {}

    /** The lines of the point file with a column for each quantity. */
    static void points(Writer out, PointTable table, List<SynthResult> results) throws IOException {
        out.write(table.header());
        for (SynthResult r : results) {
            out.write("," + r.quantity());
        }
        out.write("\n");
        for (int i = 0; i < table.size(); i++) {
            out.write(table.lines().get(i));
            for (SynthResult r : results) {
                out.write(',');
                out.write(number(r.values()[i]));
            }
            out.write("\n");
        }
    }

    /** Longitude, latitude, value from the north-west, row by row. */
    static void table(Writer out, GridGeometry g, List<SynthResult> results, boolean csv) throws IOException {
        String separator = csv ? "," : " ";
        if (csv) {
            out.write("longitude,latitude");
            for (SynthResult r : results) {
                out.write("," + r.quantity());
            }
            out.write("\n");
        }
        for (int row = 0; row < g.rows(); row++) {
            String latitude = degrees(g.y(row));
            for (int column = 0; column < g.columns(); column++) {
                out.write(degrees(g.x(column)) + separator + latitude);
                for (SynthResult r : results) {
                    out.write(separator);
                    out.write(number(r.values()[row * g.columns() + column]));
                }
                out.write("\n");
            }
        }
    }

    /** The grid format of the ICGEM calculation service. */
    static void icgem(Writer out, GridGeometry g, SynthResult r) throws IOException {
        String unit = r.unit() == Unit.MILLIGAL
                ? "mgal"
                : r.unit() == Unit.METRE
                        ? "meter"
                        : r.unit() == Unit.SQUARE_METRE_PER_SECOND_SQUARED
                                ? "m**2/s**2"
                                : r.unit().symbol();
        head(out, "product_type", "gravity_field");
        for (Fact fact : r.facts()) {
            head(out, fact.name(), fact.value());
        }
        head(out, "functional", r.quantity());
        head(out, "unit", unit);
        head(out, "long_lat_unit", "degree");
        head(out, "latlimit_north", degrees(g.y(0)));
        head(out, "latlimit_south", degrees(g.y(g.rows() - 1)));
        head(out, "longlimit_west", degrees(g.x(0)));
        head(out, "longlimit_east", degrees(g.x(g.columns() - 1)));
        head(out, "gridstep", degrees(g.dx()));
        head(out, "latitude_parallels", Integer.toString(g.rows()));
        head(out, "longitude_parallels", Integer.toString(g.columns()));
        head(out, "number_of_gridpoints", Integer.toString(g.size()));
        head(out, "gapvalue", "999999999.0");
        head(out, "grid_format", "long_lat_value");
        out.write("\n"
                + String.format(Locale.ROOT, "%18s %18s %24s%n", "longitude", "latitude", r.quantity())
                        .replace("\r", ""));
        out.write(String.format(Locale.ROOT, "%18s %18s %24s%n", "[deg.]", "[deg.]", "[" + unit + "]")
                .replace("\r", ""));
        out.write("end_of_head ======================================================\n");
        for (int i = 0; i < g.size(); i++) {
            double value = r.values()[i];
            String line = String.format(
                    Locale.ROOT,
                    "%18.10f %18.10f %24.12f",
                    g.x(i % g.columns()),
                    g.y(i / g.columns()),
                    Double.isNaN(value) ? 999999999.0 : value);
            out.write(line + "\n");
        }
    }

    private static void head(Writer out, String key, String value) throws IOException {
        out.write(" ".repeat(Math.max(0, 20 - key.length())) + key + "     " + value.replace('\n', ' ') + "\n");
    }

    private static String degrees(double value) {
        double rounded = Math.rint(value * 1e12) / 1e12;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "nan" : Double.toString(value);
    }
}
