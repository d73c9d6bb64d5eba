package org.geoanomaly.gam.pipeline.stac;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.RunClock;
import org.geoanomaly.gam.pipeline.store.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Writes {@code stac/catalog.json} and one collection for each layer, and checks their links. */
public final class StacCatalog {
    /** Relative to the output directory. */
    public static final String CATALOG_PATH = "stac/catalog.json";

    private static final Pattern SPDX = Pattern.compile("[\\w.+-]+");
    private static final long MAX_BYTES = 16L << 20;

    private StacCatalog() {}

    /** Where a layer's collection lies, relative to the output directory. */
    public static String collectionPath(Layer layer) {
        return "stac/" + layer.id() + "/collection.json";
    }

    /**
     * Writes the catalogue over the given layers; those without tiles are left out.
     *
     * @return the files written
     */
    public static List<ProductFile> write(Path outputDir, RunRef run, List<LayerItems> layers) {
        List<LayerItems> filled =
                layers.stream().filter(l -> !l.tiles().isEmpty()).toList();
        List<ProductFile> written = new ArrayList<>();
        for (LayerItems layer : filled) {
            written.add(
                    put(outputDir, collectionPath(layer.layer()), JsonProduct.bytes(j -> collection(j, run, layer))));
        }
        written.add(put(outputDir, CATALOG_PATH, JsonProduct.bytes(j -> catalog(j, run, filled))));
        return List.copyOf(written);
    }

    private static ProductFile put(Path outputDir, String path, byte[] content) {
        AtomicFile.write(outputDir.resolve(path), content);
        return new ProductFile(path, content.length, Sha256.of(content));
    }

    private static void catalog(JsonGenerator json, RunRef run, List<LayerItems> layers) {
        json.writeStartObject();
        json.writeStringProperty("type", "Catalog");
        json.writeStringProperty("stac_version", StacText.VERSION);
        json.writeStringProperty("id", "gam");
        json.writeStringProperty("title", "GeoAnomalyMapper");
        json.writeStringProperty(
                "description",
                run.label() + "Gravity and magnetic anomalies on a common grid, and their fused index, in 10° tiles.");
        json.writeArrayPropertyStart("links");
        StacText.link(json, "root", "./catalog.json", StacText.JSON_TYPE, "");
        for (LayerItems l : layers) {
            StacText.link(
                    json,
                    "child",
                    "./" + l.layer().id() + "/collection.json",
                    StacText.JSON_TYPE,
                    l.layer().title());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void collection(JsonGenerator json, RunRef run, LayerItems items) {
        Layer layer = items.layer();
        json.writeStartObject();
        json.writeStringProperty("type", "Collection");
        json.writeStringProperty("stac_version", StacText.VERSION);
        StacText.strings(
                json,
                "stac_extensions",
                List.of(StacText.PROJECTION, StacText.RASTER, StacText.PROCESSING, StacText.VERSIONING));
        json.writeStringProperty("id", layer.id());
        json.writeStringProperty("title", layer.title());
        json.writeStringProperty(
                "description",
                run.label() + layer.description() + ", in " + layer.unit().symbol() + ".");
        json.writeStringProperty("license", license(items.sources()));
        json.writeStringProperty("version", run.softwareVersion());
        providers(json, run);
        extent(json, run, items.tiles());
        summaries(json, items);
        itemAssets(json, items);
        collectionLinks(json, items);
        json.writeArrayPropertyStart("gam:sources");
        for (SourceRef source : items.sources()) {
            json.writeStartObject();
            json.writeStringProperty("id", source.id());
            json.writeStringProperty("url", source.url());
            json.writeStringProperty("sha256", source.sha256());
            json.writeStringProperty("license", source.license());
            json.writeStringProperty("citation", source.citation());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The sources' licence if they share one with an SPDX name, else {@code other} as STAC prescribes. */
    private static String license(List<SourceRef> sources) {
        Set<String> names = new LinkedHashSet<>();
        sources.forEach(s -> names.add(s.license()));
        String first = names.isEmpty() ? "" : names.iterator().next();
        return names.size() == 1 && SPDX.matcher(first).matches() ? first : "other";
    }

    private static void providers(JsonGenerator json, RunRef run) {
        json.writeArrayPropertyStart("providers");
        json.writeStartObject();
        json.writeStringProperty("name", RunRef.SOFTWARE);
        StacText.strings(json, "roles", List.of("processor"));
        StacText.software(json, run.softwareVersion());
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void extent(JsonGenerator json, RunRef run, List<TileId> tiles) {
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        for (TileId tile : tiles) {
            BoundingBox b = tile.bounds();
            south = Math.min(south, b.south());
            north = Math.max(north, b.north());
            west = Math.min(west, b.west());
            east = Math.max(east, b.east());
        }
        json.writeObjectPropertyStart("extent");
        json.writeObjectPropertyStart("spatial");
        json.writeArrayPropertyStart("bbox");
        json.writeStartArray();
        for (double v : new double[] {west, south, east, north}) {
            StacText.coordinate(json, v);
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectPropertyStart("temporal");
        json.writeArrayPropertyStart("interval");
        json.writeStartArray();
        json.writeString(RunClock.iso(run.start()));
        json.writeString(RunClock.iso(run.start()));
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void summaries(JsonGenerator json, LayerItems items) {
        json.writeObjectPropertyStart("summaries");
        StacText.strings(json, "proj:code", List.of("EPSG:4326"));
        StacText.strings(json, "processing:level", List.of(items.layer() == Layer.FUSED ? "L4" : "L3"));
        json.writeEndObject();
    }

    private static void itemAssets(JsonGenerator json, LayerItems items) {
        json.writeObjectPropertyStart("item_assets");
        json.writeObjectPropertyStart("data");
        json.writeStringProperty("title", items.layer().title());
        json.writeStringProperty("type", StacText.COG_TYPE);
        StacText.strings(json, "roles", List.of("data"));
        json.writeArrayPropertyStart("bands");
        json.writeStartObject();
        StacText.bandFields(json, items.layer(), items.cellDegrees());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void collectionLinks(JsonGenerator json, LayerItems items) {
        json.writeArrayPropertyStart("links");
        StacText.link(json, "root", "../catalog.json", StacText.JSON_TYPE, "");
        StacText.link(json, "parent", "../catalog.json", StacText.JSON_TYPE, "");
        for (TileId tile : items.tiles()) {
            StacText.link(
                    json, "item", "../../" + StacItem.path(tile, items.layer()), StacText.GEOJSON_TYPE, tile.name());
        }
        json.writeEndArray();
    }

    /**
     * Links of the catalogue and its collections that lead to no file below the output directory, each as one sentence.
     *
     * @throws DataFormatException if the catalogue or a collection cannot be read
     */
    public static List<String> brokenLinks(Path outputDir) {
        Path root = outputDir.toAbsolutePath().normalize();
        Path catalog = root.resolve(CATALOG_PATH);
        List<String> problems = new ArrayList<>();
        for (Path child : follow(root, catalog, problems)) {
            if (child.endsWith("collection.json")) {
                follow(root, child, problems);
            }
        }
        return List.copyOf(problems);
    }

    private static List<Path> follow(Path root, Path file, List<String> problems) {
        List<Path> reached = new ArrayList<>();
        for (JsonNode link : tree(file).path("links")) {
            String href = link.path("href").asString("");
            Path directory = file.getParent();
            if (directory == null || href.isEmpty() || href.contains("://") || href.indexOf('\0') >= 0) {
                problems.add(root.relativize(file) + " has a link to '" + href + "', which is not relative");
                continue;
            }
            Path target = directory.resolve(href).normalize();
            if (!target.startsWith(root)) {
                problems.add(root.relativize(file) + " has a link out of the directory: " + href);
            } else if (!Files.isRegularFile(target)) {
                problems.add(root.relativize(file) + " has a link to " + href + ", which does not exist");
            } else if (link.path("rel").asString("").equals("child")) {
                reached.add(target);
            }
        }
        return reached;
    }

    private static JsonNode tree(Path file) {
        try {
            return JsonProduct.mapper().readTree(JsonProduct.read(file, MAX_BYTES));
        } catch (JacksonException e) {
            throw new DataFormatException(file.toString(), "is not valid JSON: " + e.getOriginalMessage(), null, e);
        }
    }
}
