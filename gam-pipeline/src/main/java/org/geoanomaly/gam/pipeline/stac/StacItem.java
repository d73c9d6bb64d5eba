package org.geoanomaly.gam.pipeline.stac;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the sidecar of a tile: a STAC Item whose id is the tile's and whose collection is the layer. Pure but for {@link #write}. */
public final class StacItem {
    private static final List<String> EXTENSIONS =
            List.of(StacText.PROJECTION, StacText.RASTER, StacText.PROCESSING, StacText.FILE, StacText.VERSIONING);

    private StacItem() {}

    /** Where the sidecar lies, relative to the output directory. */
    public static String path(TileId tile, Layer layer) {
        return "metadata/" + tile.name() + "_" + layer.id() + ".json";
    }

    /** Writes the sidecar atomically; returns it as a product. */
    public static ProductFile write(Path outputDir, TileProduct product) {
        byte[] content = toJson(product);
        String path = path(product.tile(), product.layer());
        AtomicFile.write(outputDir.resolve(path), content);
        return new ProductFile(path, content.length, Sha256.of(content));
    }

    /** The sidecar's bytes. */
    public static byte[] toJson(TileProduct product) {
        return JsonProduct.bytes(json -> item(json, product));
    }

    private static void item(JsonGenerator json, TileProduct p) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("stac_version", StacText.VERSION);
        StacText.strings(json, "stac_extensions", EXTENSIONS);
        json.writeStringProperty("id", p.tile().name());
        json.writeStringProperty("collection", p.layer().id());
        flatFields(json, p);
        geometry(json, p.geometry());
        properties(json, p);
        links(json, p);
        assets(json, p);
        extras(json, p);
        json.writeEndObject();
    }

    private static void flatFields(JsonGenerator json, TileProduct p) {
        json.writeStringProperty("layer", p.layer().id());
        json.writeStringProperty("crs", p.geometry().crs().id());
        json.writeStringProperty("grid", gridName(p.geometry()));
        json.writeStringProperty("units", p.layer().unit().symbol());
        json.writeStringProperty("checksum", p.data().sha256());
        statistics(json, p.statistics());
        json.writeArrayPropertyStart("sources");
        for (SourceRef source : p.provenance().sources()) {
            source(json, source);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("processing_steps");
        for (ProcessingStep step : p.provenance().steps()) {
            json.writeStartObject();
            json.writeStringProperty("name", step.name());
            json.writeStringProperty("version", step.version());
            json.writeStringProperty("description", step.description());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String gridName(GridGeometry g) {
        double step = StacText.tidy(g.dx());
        return (step == Math.rint(step) ? String.format(Locale.ROOT, "%d", (long) step) : Double.toString(step))
                + "deg";
    }

    private static void statistics(JsonGenerator json, Statistics s) {
        json.writeObjectPropertyStart("statistics");
        json.writeNumberProperty("count", s.count());
        StacText.number(json, "min", s.min());
        StacText.number(json, "max", s.max());
        StacText.number(json, "mean", s.mean());
        StacText.number(json, "std", s.std());
        StacText.number(json, "median", s.median());
        StacText.number(json, "mad", s.mad());
        StacText.number(json, "p5", s.p5());
        StacText.number(json, "p95", s.p95());
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, SourceRef source) {
        json.writeStartObject();
        json.writeStringProperty("id", source.id());
        json.writeStringProperty("url", source.url());
        json.writeStringProperty("sha256", source.sha256());
        json.writeStringProperty("license", source.license());
        json.writeStringProperty("citation", source.citation());
        Double resolution = source.resolutionDeg();
        if (resolution != null) {
            StacText.number(json, "resolution_deg", resolution);
        }
        json.writeEndObject();
    }

    private static void geometry(JsonGenerator json, GridGeometry g) {
        double[][] ring = {
            {g.west(), g.south()},
            {g.east(), g.south()},
            {g.east(), g.north()},
            {g.west(), g.north()},
            {g.west(), g.south()}
        };
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", "Polygon");
        json.writeArrayPropertyStart("coordinates");
        json.writeStartArray();
        for (double[] corner : ring) {
            json.writeStartArray();
            StacText.coordinate(json, corner[0]);
            StacText.coordinate(json, corner[1]);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayPropertyStart("bbox");
        for (double v : new double[] {g.west(), g.south(), g.east(), g.north()}) {
            StacText.coordinate(json, v);
        }
        json.writeEndArray();
    }

    private static void properties(JsonGenerator json, TileProduct p) {
        RunRef run = p.provenance().run();
        String time = RunClock.iso(run.start());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty(
                "title", run.label() + p.layer().title() + ", tile " + p.tile().name());
        json.writeStringProperty("datetime", time);
        json.writeStringProperty("created", time);
        json.writeStringProperty("version", run.softwareVersion());
        json.writeStringProperty("proj:code", p.geometry().crs().id());
        json.writeStringProperty("processing:level", p.layer() == Layer.FUSED ? "L4" : "L3");
        json.writeStringProperty("processing:datetime", time);
        json.writeStringProperty("processing:lineage", lineage(p.provenance()));
        StacText.software(json, run.softwareVersion());
        json.writeEndObject();
    }

    private static String lineage(TileProvenance provenance) {
        StringBuilder text = new StringBuilder();
        for (ProcessingStep step : provenance.steps()) {
            text.append(text.length() == 0 ? "" : "; ")
                    .append(step.name())
                    .append(": ")
                    .append(step.description());
        }
        return text.toString();
    }

    private static void links(JsonGenerator json, TileProduct p) {
        String collection = "../" + StacCatalog.collectionPath(p.layer());
        json.writeArrayPropertyStart("links");
        StacText.link(json, "root", "../" + StacCatalog.CATALOG_PATH, StacText.JSON_TYPE, "");
        StacText.link(json, "parent", collection, StacText.JSON_TYPE, "");
        StacText.link(
                json, "collection", collection, StacText.JSON_TYPE, p.layer().title());
        if (p.layer() == Layer.FUSED) {
            for (Layer layer : List.of(Layer.MAG, Layer.GRAV)) {
                if (!p.provenance().missing().contains(layer)) {
                    String href = "./" + p.tile().name() + "_" + layer.id() + ".json";
                    StacText.link(json, "derived_from", href, StacText.GEOJSON_TYPE, layer.title());
                }
            }
        }
        json.writeEndArray();
    }

    private static void assets(JsonGenerator json, TileProduct p) {
        json.writeObjectPropertyStart("assets");
        json.writeObjectPropertyStart("data");
        asset(
                json,
                p.data(),
                StacText.COG_TYPE,
                p.layer().title() + " (" + p.layer().unit().symbol() + ")",
                "data");
        projection(json, p.geometry());
        band(json, p);
        json.writeEndObject();
        @Nullable ProductFile quicklook = p.quicklook();
        if (quicklook != null) {
            json.writeObjectPropertyStart("quicklook");
            asset(json, quicklook, "image/png", "Quicklook", "thumbnail");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void asset(JsonGenerator json, ProductFile file, String type, String title, String role) {
        json.writeStringProperty("href", "../" + file.path());
        json.writeStringProperty("type", type);
        json.writeStringProperty("title", title);
        StacText.strings(json, "roles", List.of(role));
        json.writeNumberProperty("file:size", file.size());
        json.writeStringProperty("file:checksum", Sha256.multihash(file.sha256()));
    }

    private static void projection(JsonGenerator json, GridGeometry g) {
        json.writeStringProperty("proj:code", g.crs().id());
        json.writeArrayPropertyStart("proj:shape");
        json.writeNumber(g.rows());
        json.writeNumber(g.columns());
        json.writeEndArray();
        // The affine order of the extension (dx, 0, west, 0, -dy, north), not GDAL's.
        json.writeArrayPropertyStart("proj:transform");
        for (double v : new double[] {g.dx(), 0, g.west(), 0, -g.dy(), g.north()}) {
            StacText.coordinate(json, v);
        }
        json.writeEndArray();
    }

    private static void band(JsonGenerator json, TileProduct p) {
        Statistics s = p.statistics();
        json.writeArrayPropertyStart("bands");
        json.writeStartObject();
        StacText.bandFields(json, p.layer(), p.geometry().dy());
        json.writeObjectPropertyStart("statistics");
        if (!s.isEmpty()) {
            StacText.number(json, "minimum", s.min());
            StacText.number(json, "maximum", s.max());
            StacText.number(json, "mean", s.mean());
            StacText.number(json, "stddev", s.std());
        }
        // STAC counts all cells and gives the valid ones as a share; the flat count above is that of the valid ones.
        json.writeNumberProperty("count", p.geometry().size());
        StacText.number(json, "valid_percent", 100.0 * s.count() / p.geometry().size());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void extras(JsonGenerator json, TileProduct p) {
        TileProvenance provenance = p.provenance();
        json.writeStringProperty("gam:run_id", provenance.run().id());
        json.writeStringProperty("gam:config_hash", provenance.run().configHash());
        json.writeBooleanProperty("gam:synthetic", provenance.run().synthetic());
        resolution(json, p);
        if (p.layer() == Layer.FUSED) {
            StacText.strings(
                    json,
                    "gam:missing_layers",
                    provenance.missing().stream().map(Layer::id).toList());
            json.writeArrayPropertyStart("gam:normalization");
            for (Normalization n : provenance.normalization()) {
                json.writeStartObject();
                json.writeStringProperty("layer", n.layer().id());
                json.writeStringProperty("method", n.method());
                StacText.number(json, "median", n.median());
                StacText.number(json, "mad", n.mad());
                json.writeBooleanProperty("used", n.used());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** The coarsest source decides what a tile can resolve. */
    private static void resolution(JsonGenerator json, TileProduct p) {
        double coarsest = p.provenance().sources().stream()
                .map(SourceRef::resolutionDeg)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
        StacText.number(json, "gam:source_resolution_deg", coarsest);
        if (Double.isFinite(coarsest)) {
            json.writeBooleanProperty("gam:finer_than_source", p.geometry().dx() < coarsest * (1 - 1e-9));
        }
    }
}
