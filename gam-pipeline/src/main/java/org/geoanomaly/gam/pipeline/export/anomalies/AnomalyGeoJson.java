package org.geoanomaly.gam.pipeline.export.anomalies;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code anomalies.geojson}: RFC 7946, a point at the peak of each anomaly, whose properties are the columns of the table. Longitudes lie in
 * [−180, 180); the bounding box of points on both sides of the antimeridian has its west greater than its east.
 */
public final class AnomalyGeoJson {
    private static final long MAX_BYTES = 256L << 20;

    private AnomalyGeoJson() {}

    /** The bytes of a file. */
    public static byte[] bytes(AnomalyTable table) {
        return JsonProduct.bytes((JsonProduct.Body) json -> write(table, json));
    }

    private static void write(AnomalyTable table, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        Optional<double[]> box = box(table.rows());
        if (box.isPresent()) {
            json.writeName("bbox");
            numbers(json, box.get());
        }
        json.writeArrayPropertyStart("features");
        for (Anomaly row : table.rows()) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeStringProperty("id", row.id());
            json.writeObjectPropertyStart("geometry");
            json.writeStringProperty("type", "Point");
            json.writeName("coordinates");
            numbers(json, row.peak().lon(), row.peak().lat());
            json.writeEndObject();
            json.writeObjectPropertyStart("properties");
            table.fields(row).forEach(f -> field(json, f));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, double... values) {
        json.writeStartArray();
        for (double value : values) {
            json.writeNumber(new BigDecimal(Decimals.text(value, 7)));
        }
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, AnomalyTable.Field field) {
        if (!field.numeric()) {
            json.writeStringProperty(field.column(), field.text());
        } else if (field.text().isEmpty()) {
            json.writeNullProperty(field.column());
        } else {
            json.writeNumberProperty(field.column(), new BigDecimal(field.text()));
        }
    }

    /** West, south, east, north of the smallest box around all points. */
    private static Optional<double[]> box(List<Anomaly> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double[] lons = rows.stream()
                .mapToDouble(a -> a.peak().lon())
                .sorted()
                .distinct()
                .toArray();
        // The box leaves out the widest gap between neighbours around the globe; without a wider one, that over ±180.
        double widest = lons[0] + 360 - lons[lons.length - 1];
        int west = 0;
        for (int i = 1; i < lons.length; i++) {
            if (lons[i] - lons[i - 1] > widest) {
                widest = lons[i] - lons[i - 1];
                west = i;
            }
        }
        double east = lons[(west + lons.length - 1) % lons.length];
        double south = rows.stream().mapToDouble(a -> a.peak().lat()).min().orElseThrow();
        double north = rows.stream().mapToDouble(a -> a.peak().lat()).max().orElseThrow();
        return Optional.of(new double[] {lons[west], south, east, north});
    }

    /**
     * Reads a file back.
     *
     * @throws DataFormatException if it is no such table, or a point lies elsewhere than its properties say
     */
    public static AnomalyTable read(Path file, List<String> modalities) {
        AnomalyTable frame = new AnomalyTable(modalities, List.of());
        RowReader reader = new RowReader(file, frame.columns());
        JsonNode root = parse(file);
        JsonNode features = root.path("features");
        if (!root.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
            throw new DataFormatException(file, "is not a GeoJSON FeatureCollection");
        }
        List<Anomaly> rows = new ArrayList<>();
        for (JsonNode feature : features) {
            String where = "feature " + (rows.size() + 1);
            JsonNode properties = feature.path("properties");
            List<String> cells = new ArrayList<>();
            frame.columns().forEach(c -> cells.add(text(properties.path(c))));
            Anomaly row = reader.row(cells, where);
            JsonNode place = feature.path("geometry").path("coordinates");
            if (place.path(0).doubleValue(Double.NaN) != row.peak().lon()
                    || place.path(1).doubleValue(Double.NaN) != row.peak().lat()) {
                throw new DataFormatException(file, where + " lies elsewhere than its lat and lon say");
            }
            rows.add(row);
        }
        return frame.with(rows);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asString("");
    }

    private static JsonNode parse(Path file) {
        JsonMapper mapper = JsonProduct.mapper();
        try {
            return mapper.readTree(JsonProduct.read(file, MAX_BYTES));
        } catch (JacksonException e) {
            throw new DataFormatException(
                    file.toString(),
                    "is no valid JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    null,
                    e);
        }
    }
}
