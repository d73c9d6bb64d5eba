package org.geoanomaly.gam.pipeline.invert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.formats.points.PointReader;
import org.geoanomaly.gam.formats.points.PointRole;
import org.geoanomaly.gam.formats.points.PointTable;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** Observations as read, and the order from south to north and west to east in which they are computed with. */
final class InvertData {
    private final double[] easting;
    private final double[] northing;
    private final double[] height;
    private final double[] value;
    private final double @Nullable [] uncertainty;

    private InvertData(List<double[]> columns, double @Nullable [] uncertainty) {
        this.easting = columns.get(0);
        this.northing = columns.get(1);
        this.height = columns.get(2);
        this.value = columns.get(3);
        this.uncertainty = uncertainty;
    }

    /**
     * Reads {@code easting,northing,height,value[,uncertainty]}.
     *
     * @param field the name that the value's column may have instead
     * @throws GamException if a column is missing or a number cannot be used
     */
    static InvertData read(Path file, String field) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new GamException("no such file: " + file, "gam invert takes a table of observations (CSV)", null);
        }
        PointTable table = PointReader.read(file);
        String valueName = table.names().stream()
                .filter(n -> n.equalsIgnoreCase("value") || n.equalsIgnoreCase(field))
                .findFirst()
                .or(() ->
                        Optional.of(table.measured()).filter(m -> m.size() == 1).map(m -> m.get(0)))
                .orElseThrow(() -> missing(file, table, "value"));
        List<double[]> columns = List.of(
                column(file, table, PointRole.EASTING, "easting"),
                column(file, table, PointRole.NORTHING, "northing"),
                column(file, table, PointRole.HEIGHT, "height"),
                table.column(valueName));
        double[] uncertainty =
                table.find(PointRole.UNCERTAINTY).map(table::column).orElse(null);
        requireNumbers(file, columns, uncertainty);
        return new InvertData(columns, uncertainty);
    }

    private static double[] column(Path file, PointTable table, PointRole role, String name) {
        return table.column(table.find(role).orElseThrow(() -> missing(file, table, name)));
    }

    private static DataFormatException missing(Path file, PointTable table, String name) {
        return new DataFormatException(
                file,
                "has no column '" + name + "'; it has " + String.join(", ", table.names()),
                "the first line should be easting,northing,height,value,uncertainty (metres; mGal or nT)");
    }

    private static void requireNumbers(Path file, List<double[]> columns, double @Nullable [] uncertainty) {
        for (int i = 0; i < columns.get(0).length; i++) {
            for (double[] column : columns) {
                if (!Double.isFinite(column[i])) {
                    throw new DataFormatException(file, "row " + (i + 1) + " of the data has a missing number");
                }
            }
            if (uncertainty != null && !(uncertainty[i] > 0.0 && Double.isFinite(uncertainty[i]))) {
                throw new DataFormatException(
                        file,
                        "row " + (i + 1) + " of the data has the uncertainty " + uncertainty[i]
                                + ", which is not positive");
            }
        }
        if (columns.get(0).length == 0) {
            throw new DataFormatException(file, "has no observations");
        }
    }

    int size() {
        return value.length;
    }

    double[] easting() {
        return easting;
    }

    double[] northing() {
        return northing;
    }

    double[] height() {
        return height;
    }

    double[] value() {
        return value;
    }

    double @Nullable [] uncertainty() {
        return uncertainty;
    }

    double lowest() {
        return Arrays.stream(height).min().orElse(0.0);
    }

    /** Row numbers by northing in steps of a cell, then by easting. */
    int[] gridOrder(double stepNorth) {
        double south = Arrays.stream(northing).min().orElse(0.0);
        Integer[] order = new Integer[size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer i) -> Math.rint((northing[i] - south) / stepNorth))
                        .thenComparingDouble(i -> easting[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    ObservationPoints points(int[] order) {
        return new ObservationPoints(pick(easting, order), pick(northing, order), pick(height, order));
    }

    static double[] pick(double[] values, int[] order) {
        double[] out = new double[order.length];
        Arrays.setAll(out, i -> values[order[i]]);
        return out;
    }

    /** The reverse of {@link #pick}. */
    static double[] unpick(double[] values, int[] order) {
        double[] out = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            out[order[i]] = values[i];
        }
        return out;
    }
}
