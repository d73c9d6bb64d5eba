package org.geoanomaly.gam.pipeline.ingest.seismic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.formats.seismic.Origin;
import org.geoanomaly.gam.formats.seismic.Station;
import org.geoanomaly.gam.pipeline.data.RawData.Points;
import org.geoanomaly.gam.pipeline.data.SeismicNames;

/** Columns that grow row by row. */
final class PickRows {
    private static final String[] NAMES = {
        Points.LONGITUDE,
        Points.LATITUDE,
        Points.HEIGHT,
        Points.VALUE,
        Points.UNCERTAINTY,
        SeismicNames.EVENT,
        SeismicNames.STATION,
        Points.EVENT_LONGITUDE,
        Points.EVENT_LATITUDE,
        SeismicNames.EVENT_DEPTH,
        SeismicNames.PHASE,
        SeismicNames.RESIDUAL
    };

    private final Map<String, Integer> stations = new LinkedHashMap<>();
    private double[][] columns = new double[NAMES.length][64];
    private int rows;
    private int events;

    /** The number of the next event; ask once for each. */
    int newEvent() {
        return events++;
    }

    void add(int event, Origin origin, Station station, PickReading reading) {
        if (rows == columns[0].length) {
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], 2 * rows);
            }
        }
        String place = station.network() + "." + station.code() + " " + station.latitude() + " " + station.longitude();
        int number = stations.computeIfAbsent(place, k -> stations.size());
        double[] row = {
            station.longitude(),
            station.latitude(),
            Double.isNaN(station.elevation()) ? 0 : station.elevation(),
            reading.travelTime(),
            reading.uncertainty(),
            event,
            number,
            origin.longitude(),
            origin.latitude(),
            origin.depthM(),
            reading.kind().code(),
            reading.residual()
        };
        for (int c = 0; c < columns.length; c++) {
            columns[c][rows] = row[c];
        }
        rows++;
    }

    int rows() {
        return rows;
    }

    int events() {
        return events;
    }

    int stations() {
        return stations.size();
    }

    Map<String, double[]> columns() {
        Map<String, double[]> out = new LinkedHashMap<>();
        for (int c = 0; c < NAMES.length; c++) {
            out.put(NAMES[c], Arrays.copyOf(columns[c], rows));
        }
        return out;
    }
}
