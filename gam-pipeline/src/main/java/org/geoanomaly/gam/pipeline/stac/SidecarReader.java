package org.geoanomaly.gam.pipeline.stac;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads back what {@link StacItem} writes, in one pass, without trusting a byte of it. */
public final class SidecarReader {
    private static final long MAX_BYTES = 1L << 20;
    private static final String[] STATISTICS = {"min", "max", "mean", "std", "median", "mad", "p5", "p95"};

    private final Path file;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();

    private SidecarReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a sidecar.
     *
     * @throws DataFormatException if it is missing, no sidecar, or contradicts itself
     */
    public static Sidecar read(Path file) {
        return parse(file, JsonProduct.read(file, MAX_BYTES));
    }

    /** Reads a sidecar from its bytes; {@code file} only names it in messages. */
    public static Sidecar parse(Path file, byte[] content) {
        SidecarReader reader = new SidecarReader(file);
        try (JsonParser json = JsonProduct.parser(content)) {
            reader.document(json);
        } catch (JacksonException e) {
            throw new DataFormatException(
                    file.toString(), "is not a valid sidecar: " + e.getOriginalMessage(), null, e);
        }
        return reader.sidecar();
    }

    private void document(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new DataFormatException(file, "is not a sidecar: it holds no JSON object");
        }
        members(json, "");
        if (json.nextToken() != null) {
            throw new DataFormatException(file, "is not a sidecar: something follows the end");
        }
    }

    private void members(JsonParser json, String prefix) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT && isWanted(name)) {
                members(json, name + "/");
            } else if (token == JsonToken.VALUE_STRING) {
                text.put(name, json.getString());
            } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                numbers.put(name, json.getDoubleValue());
            } else if (token == JsonToken.VALUE_NULL) {
                numbers.put(name, Double.NaN);
            } else {
                json.skipChildren();
            }
        }
    }

    private static boolean isWanted(String name) {
        return name.equals("statistics")
                || name.equals("assets")
                || name.equals("assets/data")
                || name.equals("assets/quicklook");
    }

    private Sidecar sidecar() {
        TileId tile;
        try {
            tile = TileId.parse(string("id"));
        } catch (DataFormatException e) {
            throw e;
        } catch (GamException e) {
            throw new DataFormatException(file.toString(), "names no tile: " + e.getMessage(), null, e);
        }
        Layer layer = Layer.parse(string("layer"))
                .orElseThrow(
                        () -> new DataFormatException(file, "names an unknown layer, '" + text.get("layer") + "'"));
        return new Sidecar(tile, layer, data(), quicklook(), statistics(), string("gam:config_hash"));
    }

    private ProductFile data() {
        ProductFile data = asset("assets/data");
        if (!data.sha256().equals(string("checksum"))) {
            throw new DataFormatException(file, "contradicts itself: its two checksums of the tile differ");
        }
        return data;
    }

    private @Nullable ProductFile quicklook() {
        return text.containsKey("assets/quicklook/href") ? asset("assets/quicklook") : null;
    }

    private ProductFile asset(String name) {
        String multihash = string(name + "/file:checksum");
        String checksum = multihash.startsWith(Sha256.MULTIHASH_PREFIX)
                ? multihash.substring(Sha256.MULTIHASH_PREFIX.length())
                : "";
        String href = string(name + "/href");
        String path = href.startsWith("../") ? href.substring(3) : href;
        double size = number(name + "/file:size");
        boolean possible = size >= 0 && size <= 1e15 && size == Math.rint(size);
        if (!Sha256.isHex(checksum) || !ProductFile.isInside(path) || !possible) {
            throw new DataFormatException(
                    file,
                    "describes an impossible file: '" + href + "' of " + size + " bytes, checksum '" + multihash + "'");
        }
        return new ProductFile(path, (long) size, checksum);
    }

    private Statistics statistics() {
        double count = number("statistics/count");
        if (!(count >= 0 && count <= Integer.MAX_VALUE && count == Math.rint(count))) {
            throw new DataFormatException(file, "has an impossible count of valid cells: " + count);
        }
        double[] v = new double[STATISTICS.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = number("statistics/" + STATISTICS[i]);
            if (Double.isNaN(v[i]) != (count == 0)) {
                throw new DataFormatException(
                        file,
                        "contradicts itself: statistics." + STATISTICS[i] + " is " + v[i] + " for " + (long) count
                                + " cells");
            }
        }
        return new Statistics((int) count, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }

    private String string(String name) {
        @Nullable String value = text.get(name);
        if (value == null) {
            throw new DataFormatException(file, "lacks the text '" + name.replace('/', '.') + "'");
        }
        return value;
    }

    private double number(String name) {
        @Nullable Double value = numbers.get(name);
        if (value == null) {
            throw new DataFormatException(file, "lacks the number '" + name.replace('/', '.') + "'");
        }
        return value;
    }
}
