package org.geoanomaly.gam.pipeline.preprocess.seismic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Travel times in the frame of a tile: arrays of equal length, one element for each pick. Metres and seconds. */
final class Picks {
    /** Columns: place of the station, travel time, uncertainty (NaN unknown), place of the event (depth positive down), locator's residual. */
    enum Column {
        EASTING,
        NORTHING,
        HEIGHT,
        TIME,
        UNCERTAINTY,
        EVENT_EASTING,
        EVENT_NORTHING,
        EVENT_DEPTH,
        RESIDUAL
    }

    private final Map<Column, double[]> columns;
    private final int[] event;
    private final int[] station;
    private final int[] phase;

    Picks(Map<Column, double[]> columns, int[] event, int[] station, int[] phase) {
        this.columns = columns;
        this.event = event;
        this.station = station;
        this.phase = phase;
    }

    int size() {
        return event.length;
    }

    double[] column(Column name) {
        double[] found = columns.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no column " + name);
        }
        return found;
    }

    int[] event() {
        return event;
    }

    int[] station() {
        return station;
    }

    /** 1 for P, 2 for S. */
    int[] phase() {
        return phase;
    }

    /** Straight distance between event and station, m. */
    double distance(int i) {
        double de = column(Column.EASTING)[i] - column(Column.EVENT_EASTING)[i];
        double dn = column(Column.NORTHING)[i] - column(Column.EVENT_NORTHING)[i];
        double dz = column(Column.HEIGHT)[i] + column(Column.EVENT_DEPTH)[i];
        return Math.sqrt(de * de + dn * dn + dz * dz);
    }

    /** The picks that a test accepts. */
    Picks where(IntPredicate kept) {
        int[] rows = IntStream.range(0, size()).filter(kept).toArray();
        if (rows.length == size()) {
            return this;
        }
        Map<Column, double[]> out = new HashMap<>();
        columns.forEach((name, values) ->
                out.put(name, Arrays.stream(rows).mapToDouble(r -> values[r]).toArray()));
        return new Picks(out, at(event, rows), at(station, rows), at(phase, rows));
    }

    private static int[] at(int[] values, int[] rows) {
        return Arrays.stream(rows).map(r -> values[r]).toArray();
    }

    /** The numbers as 0, 1, 2, … in the order in which they first occur. */
    static double[] renumbered(int[] numbers) {
        Map<Integer, Integer> seen = new HashMap<>();
        return Arrays.stream(numbers)
                .mapToDouble(n -> seen.computeIfAbsent(n, k -> seen.size()))
                .toArray();
    }

    /** How often each number occurs. */
    static Map<Integer, Integer> counts(int[] numbers) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int n : numbers) {
            counts.merge(n, 1, Integer::sum);
        }
        return counts;
    }
}
