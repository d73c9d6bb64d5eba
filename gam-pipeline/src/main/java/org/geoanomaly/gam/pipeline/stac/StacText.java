package org.geoanomaly.gam.pipeline.stac;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.geoanomaly.gam.pipeline.layout.Layer;
import tools.jackson.core.JsonGenerator;

/** Constants and small pieces that items, collections and catalogue share. */
final class StacText {
    static final String VERSION = "1.1.0";
    static final String PROJECTION = "https://stac-extensions.github.io/projection/v2.0.0/schema.json";
    static final String RASTER = "https://stac-extensions.github.io/raster/v2.0.0/schema.json";
    static final String PROCESSING = "https://stac-extensions.github.io/processing/v1.2.0/schema.json";
    static final String FILE = "https://stac-extensions.github.io/file/v2.1.0/schema.json";
    static final String VERSIONING = "https://stac-extensions.github.io/version/v1.2.0/schema.json";

    static final String COG_TYPE = "image/tiff; application=geotiff; profile=cloud-optimized";
    static final String JSON_TYPE = "application/json";
    static final String GEOJSON_TYPE = "application/geo+json";

    /** Mean earth radius of IUGG, metres. */
    private static final double EARTH_RADIUS = 6_371_008.8;

    private StacText() {}

    /** NaN has no form in JSON: null. */
    static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, tidy(value));
        } else {
            json.writeNullProperty(name);
        }
    }

    /** Without the digits that binary fractions add: 0.1 instead of 0.09999999999999998. */
    static double tidy(double value) {
        double rounded = new BigDecimal(value).round(new MathContext(15)).doubleValue();
        return rounded == 0 ? 0.0 : rounded;
    }

    /** Whole degrees without a fraction, so that boxes read well. */
    static void coordinate(JsonGenerator json, double value) {
        double v = tidy(value);
        if (v == Math.rint(v) && Math.abs(v) < 1e9) {
            json.writeNumber((long) v);
        } else {
            json.writeNumber(v);
        }
    }

    static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static void link(JsonGenerator json, String rel, String href, String type, String title) {
        json.writeStartObject();
        json.writeStringProperty("rel", rel);
        json.writeStringProperty("href", href);
        json.writeStringProperty("type", type);
        if (!title.isEmpty()) {
            json.writeStringProperty("title", title);
        }
        json.writeEndObject();
    }

    static void software(JsonGenerator json, String version) {
        json.writeObjectPropertyStart("processing:software");
        json.writeStringProperty(RunRef.SOFTWARE, version);
        json.writeEndObject();
    }

    /** North-south cell size on the sphere, whole metres. */
    static long metres(double degrees) {
        return Math.round(Math.toRadians(degrees) * EARTH_RADIUS);
    }

    /** The part of a band that is the same in every tile of a layer. */
    static void bandFields(JsonGenerator json, Layer layer, double cellDegrees) {
        json.writeStringProperty("name", layer.id());
        json.writeStringProperty("description", layer.description());
        json.writeStringProperty("data_type", "float32");
        json.writeStringProperty("nodata", "nan");
        json.writeStringProperty("unit", layer.unit().symbol());
        json.writeStringProperty("raster:sampling", "area");
        json.writeNumberProperty("raster:bits_per_sample", 32);
        json.writeNumberProperty("raster:spatial_resolution", metres(cellDegrees));
    }
}
