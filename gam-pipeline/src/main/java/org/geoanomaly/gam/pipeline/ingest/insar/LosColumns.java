package org.geoanomaly.gam.pipeline.ingest.insar;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.pipeline.data.LosNames;
import org.geoanomaly.gam.pipeline.data.RawData;

/** The growing table of points of all scenes. Not thread-safe. */
final class LosColumns {
    private static final String[] NAMES = {
        RawData.Points.LONGITUDE,
        RawData.Points.LATITUDE,
        RawData.Points.HEIGHT,
        RawData.Points.VALUE,
        RawData.Points.UNCERTAINTY,
        LosNames.LOS_EAST,
        LosNames.LOS_NORTH,
        LosNames.LOS_UP,
        LosNames.TRACK,
        LosNames.COHERENCE,
        LosNames.COMPONENT
    };

    private final double[][] columns = new double[NAMES.length][1024];
    private int rows;

    /** One row; what is not known is NaN. */
    static final class Point {
        double longitude = Double.NaN;
        double latitude = Double.NaN;
        double height = Double.NaN;
        double value = Double.NaN;
        double uncertainty = Double.NaN;
        final double[] look = new double[3];
        double coherence = Double.NaN;
        double component = Double.NaN;
    }

    void add(Point p, int track) {
        if (rows == columns[0].length) {
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], Math.addExact(rows, rows));
            }
        }
        double[] row = {
            p.longitude,
            p.latitude,
            p.height,
            p.value,
            p.uncertainty,
            p.look[0],
            p.look[1],
            p.look[2],
            track,
            p.coherence,
            p.component
        };
        for (int c = 0; c < row.length; c++) {
            columns[c][rows] = row[c];
        }
        rows++;
    }

    int rows() {
        return rows;
    }

    /** The table; columns of which nothing is known are left out. */
    Map<String, double[]> columns() {
        Map<String, double[]> out = new LinkedHashMap<>();
        for (int c = 0; c < NAMES.length; c++) {
            double[] column = Arrays.copyOf(columns[c], rows);
            boolean needed = c < 2 || c == 3 || (c >= 5 && c <= 8);
            if (needed || Arrays.stream(column).anyMatch(Double::isFinite)) {
                out.put(NAMES[c], column);
            }
        }
        return out;
    }
}
