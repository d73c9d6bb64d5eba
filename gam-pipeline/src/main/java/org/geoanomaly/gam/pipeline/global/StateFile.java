package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.global.GlobalState.TileStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link GlobalState} as JSON. A state that cannot be read counts as absent: the products still tell what is valid. */
public final class StateFile {
    private static final int LARGEST = 4 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private StateFile() {}

    /** The file's bytes: keys and tiles in a fixed order. */
    public static byte[] encode(GlobalState state) {
        ObjectNode root = JSON.createObjectNode();
        root.put("software_version", state.softwareVersion());
        root.put("run_id", state.configHash().substring(0, 8));
        root.put("config_hash", state.configHash());
        root.put("started_at", state.startedAt().toString());
        ObjectNode tiles = root.putObject("tiles");
        state.tiles().forEach((tile, status) -> {
            ObjectNode node = tiles.putObject(tile.name());
            node.put("status", status.failed() ? "failed" : "completed");
            node.put("processed_at", state.startedAt().toString());
            node.put("version", state.softwareVersion());
            if (status.failed()) {
                ArrayNode failures = node.putArray("failures");
                status.failures().forEach(failures::add);
            }
        });
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The state of an earlier run, empty if there is none or it cannot be read. */
    public static Optional<GlobalState> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            SortedMap<TileId, TileStatus> tiles = new TreeMap<>();
            for (var entry : root.path("tiles").properties()) {
                tiles.put(TileId.parse(entry.getKey()), new TileStatus(failures(entry.getValue())));
            }
            return Optional.of(new GlobalState(
                    root.path("software_version").stringValue(""),
                    root.path("config_hash").stringValue(""),
                    Instant.parse(root.path("started_at").stringValue("")),
                    tiles));
        } catch (IOException | JacksonException | DateTimeParseException | GamException e) {
            return Optional.empty();
        }
    }

    private static List<String> failures(JsonNode tile) {
        List<String> failures = new ArrayList<>();
        tile.path("failures").forEach(n -> failures.add(n.stringValue("")));
        if (failures.isEmpty() && "failed".equals(tile.path("status").stringValue(""))) {
            failures.add("unknown");
        }
        return failures;
    }
}
