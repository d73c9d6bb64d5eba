package org.geoanomaly.gam.pipeline.export.gpkg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the anomalies of a GeoPackage back; sizes of bodies are not in it and come back as NaN. */
public final class GeoPackageReader {
    /** {@code GPKG} as SQLite keeps it. */
    static final int APPLICATION_ID = 0x47504B47;

    private static final int MAX_ROWS = 1_000_000;
    private static final Anomaly.Body UNKNOWN = new Anomaly.Body(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    private final Path file;

    private GeoPackageReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws DataFormatException if it is missing, damaged, or no GeoPackage of anomalies
     */
    public static AnomalyTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataFormatException(file, "is missing");
        }
        try {
            return SqliteFile.reading(file).withHandle(new GeoPackageReader(file)::table);
        } catch (JdbiException | SQLException e) {
            throw new DataFormatException(file.toString(), "cannot be read as a GeoPackage: " + reason(e), null, e);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private AnomalyTable table(Handle handle) throws SQLException {
        int application = handle.createQuery("PRAGMA application_id")
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
        if (application != APPLICATION_ID) {
            throw new DataFormatException(file, "is an SQLite file, but no GeoPackage");
        }
        String damage = handle.createQuery("PRAGMA integrity_check(1)")
                .mapTo(String.class)
                .one();
        if (!damage.equals("ok")) {
            throw new DataFormatException(
                    file, "is damaged: " + damage.lines().findFirst().orElse(""));
        }
        List<Anomaly> rows = handle.createQuery("SELECT geom, id, lat, lon, depth, confidence, anomaly_type, score,"
                        + " modality_contributions FROM anomalies ORDER BY fid LIMIT " + (MAX_ROWS + 1))
                .map((result, context) -> row(result))
                .list();
        if (rows.size() > MAX_ROWS) {
            throw new DataFormatException(file, "holds more than " + MAX_ROWS + " anomalies");
        }
        Set<String> modalities = new LinkedHashSet<>();
        rows.forEach(a -> modalities.addAll(a.contributions().keySet()));
        return new AnomalyTable(new ArrayList<>(modalities), rows);
    }

    private Anomaly row(ResultSet row) throws SQLException {
        String id = text(row, "id");
        double lat = number(row, "lat");
        double lon = number(row, "lon");
        byte[] blob = row.getBytes("geom");
        double[] place = PointBlob.read(blob == null ? new byte[0] : blob).orElse(new double[0]);
        if (!Arrays.equals(place, new double[] {lon, lat})) {
            throw new DataFormatException(file, "shows anomaly " + id + " elsewhere than its lat and lon say");
        }
        return new Anomaly(
                id,
                new Anomaly.Place(lat, lon, number(row, "depth")),
                number(row, "confidence"),
                text(row, "anomaly_type"),
                number(row, "score"),
                contributions(id, text(row, "modality_contributions")),
                UNKNOWN);
    }

    private String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new DataFormatException(file, "has an anomaly without " + column);
        }
        return text;
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private Map<String, Double> contributions(String id, String json) {
        try {
            Map<String, Double> parts = new LinkedHashMap<>();
            JsonNode tree = JsonProduct.mapper().readTree(json);
            if (!tree.isObject()) {
                throw new DataFormatException(file, "has no object as contributions to " + id);
            }
            tree.properties().forEach(e -> parts.put(e.getKey(), e.getValue().doubleValue(Double.NaN)));
            return parts;
        } catch (JacksonException e) {
            throw new DataFormatException(file.toString(), "has contributions to " + id + " that are no JSON", null, e);
        }
    }
}
