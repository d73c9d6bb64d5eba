package org.geoanomaly.gam.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The effective configuration of a run.
 *
 * @param sha256 of the values as compact JSON with sorted keys
 * @param values the configuration as a tree
 */
public record ConfigurationSnapshot(String sha256, JsonNode values) {

    /** Takes a snapshot; the tree is copied. */
    public static ConfigurationSnapshot of(JsonNode values) {
        JsonNode copy = sorted(values);
        return new ConfigurationSnapshot(hash(copy), copy);
    }

    /** Of a run's configuration without what only says where and with how many hands to work. */
    public static ConfigurationSnapshot decisive(GamConfig config) {
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(config.canonicalJson());
        if (tree.get("core") instanceof ObjectNode core) {
            core.remove(List.of(
                    "output_dir", "parallel_workers", "engine", "master", "engine_fallback", "executor_memory"));
        }
        if (tree.get("data") instanceof ObjectNode data) {
            data.remove(List.of("cache_dir", "mirrors"));
        }
        if (tree.get("plugins") instanceof ObjectNode plugins) {
            plugins.remove("path");
            plugins.removeIf(node -> node.isEmpty());
            if (plugins.isEmpty()) {
                tree.remove("plugins");
            }
        }
        return of(tree);
    }

    /** Whether the checksum is that of the values. */
    @JsonIgnore
    public boolean isIntact() {
        return sha256.equals(hash(sorted(values)));
    }

    private static String hash(JsonNode sorted) {
        return Sha256.of(JsonProduct.mapper().writeValueAsString(sorted).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(e -> members.put(e.getKey(), sorted(e.getValue())));
            ObjectNode out = JsonProduct.mapper().createObjectNode();
            members.forEach(out::set);
            return out;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode out = JsonProduct.mapper().createArrayNode();
            array.forEach(e -> out.add(sorted(e)));
            return out;
        }
        return node;
    }
}
