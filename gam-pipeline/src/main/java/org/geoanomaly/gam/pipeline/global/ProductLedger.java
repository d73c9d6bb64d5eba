package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which products that span tiles (mosaics, web archive, catalogue, viewer, manifest) were written, from which tiles, with which checksums.
 * Written last: while it matches, all of them are valid.
 */
final class ProductLedger {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ProductLedger() {}

    /** Hash of what decides the products: the configuration, the tiles in them, and how web archive and figure are made. */
    static String key(GlobalState state, List<TileId> tiles, GlobalSettings settings) {
        return Sha256.of(
                state.configHash() + state.startedAt() + state.failed() + tiles + settings.web() + settings.figure());
    }

    /** Whether the products of this key are there, with the checksums recorded. */
    static boolean isCurrent(GlobalPaths paths, String key) {
        Path file = paths.ledger();
        try {
            if (!Files.isRegularFile(file)) {
                return false;
            }
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            return root.path("key").stringValue("").equals(key) && allHold(paths, root.path("products"));
        } catch (IOException | JacksonException e) {
            return false;
        }
    }

    private static boolean allHold(GlobalPaths paths, JsonNode products) throws IOException {
        for (JsonNode product : products) {
            String name = product.path("path").stringValue("");
            if (!ProductFile.isInside(name)) {
                return false;
            }
            Path path = paths.root().resolve(name);
            if (!Files.isRegularFile(path)
                    || Files.size(path) != product.path("size").longValue(-1)
                    || !Sha256.ofFile(path).equals(product.path("sha256").stringValue(""))) {
                return false;
            }
        }
        return true;
    }

    static void write(GlobalPaths paths, String key, List<ProductFile> products) {
        ObjectNode root = JSON.createObjectNode();
        root.put("key", key);
        var list = root.putArray("products");
        for (ProductFile product : products) {
            list.addObject()
                    .put("path", product.path())
                    .put("size", product.size())
                    .put("sha256", product.sha256());
        }
        AtomicFile.write(paths.ledger(), (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The record of files just written. */
    static List<ProductFile> describe(GlobalPaths paths, List<Path> files) throws IOException {
        List<ProductFile> products = new ArrayList<>();
        for (Path file : files) {
            products.add(new ProductFile(paths.relative(file), Files.size(file), Sha256.ofFile(file)));
        }
        return products;
    }
}
