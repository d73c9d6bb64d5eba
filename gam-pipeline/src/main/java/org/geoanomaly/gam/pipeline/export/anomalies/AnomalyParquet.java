package org.geoanomaly.gam.pipeline.export.anomalies;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.formats.parquet.ParquetTable;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.store.JsonProduct;

/**
 * Anomalies as GeoParquet 1.1.0: the columns of the CSV file and points in well-known binary; longitude and latitude on WGS 84 (OGC:CRS84,
 * the format's default).
 */
public final class AnomalyParquet {
    private static final String GEOMETRY = "geometry";
    private static final int POINT = 1;

    private AnomalyParquet() {}

    /** The file's content. */
    public static byte[] bytes(AnomalyTable table) {
        List<List<AnomalyTable.Field>> rows =
                table.rows().stream().map(table::fields).toList();
        ParquetTable file = new ParquetTable(rows.size());
        List<String> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            List<String> texts =
                    rows.stream().map(row -> row.get(column).text()).toList();
            boolean numeric = c > 0 && !columns.get(c).equals("anomaly_type");
            if (numeric) {
                double[] values = texts.stream()
                        .mapToDouble(t -> t.isEmpty() ? Double.NaN : Double.parseDouble(t))
                        .toArray();
                file.numbers(columns.get(c), values);
            } else {
                file.texts(columns.get(c), texts);
            }
        }
        file.binaries(GEOMETRY, table.rows().stream().map(a -> point(a.peak())).toList());
        file.metadata("geo", geo(table.rows()));
        return file.bytes("GeoAnomalyMapper version " + ProgramVersion.text());
    }

    private static byte[] point(Anomaly.Place place) {
        return ByteBuffer.allocate(21)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(POINT)
                .putDouble(place.lon())
                .putDouble(place.lat())
                .array();
    }

    private static String geo(List<Anomaly> rows) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("encoding", "WKB");
        column.put("geometry_types", List.of("Point"));
        if (!rows.isEmpty()) {
            column.put(
                    "bbox",
                    List.of(
                            rows.stream().mapToDouble(a -> a.peak().lon()).min().orElseThrow(),
                            rows.stream().mapToDouble(a -> a.peak().lat()).min().orElseThrow(),
                            rows.stream().mapToDouble(a -> a.peak().lon()).max().orElseThrow(),
                            rows.stream().mapToDouble(a -> a.peak().lat()).max().orElseThrow()));
        }
        Map<String, Object> geo = new LinkedHashMap<>();
        geo.put("version", "1.1.0");
        geo.put("primary_column", GEOMETRY);
        geo.put("columns", Map.of(GEOMETRY, column));
        return JsonProduct.mapper().writeValueAsString(geo);
    }
}
