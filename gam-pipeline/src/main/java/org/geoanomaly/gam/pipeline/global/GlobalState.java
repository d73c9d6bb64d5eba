package org.geoanomaly.gam.pipeline.global;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.geometry.TileId;

/**
 * What a run remembers between processes. It says which tiles were done and which failed; whether a tile's products are still valid is
 * always asked of the products themselves.
 *
 * @param softwareVersion version that wrote the tiles
 * @param configHash hash of everything that decides the products' content
 * @param startedAt the run's start, kept over resumes of the same configuration
 * @param tiles status by tile, from the north-west
 */
public record GlobalState(
        String softwareVersion, String configHash, Instant startedAt, SortedMap<TileId, TileStatus> tiles) {
    /**
     * Status of one tile.
     *
     * @param failures why it failed; empty if it is completed
     */
    public record TileStatus(List<String> failures) {
        public static final TileStatus COMPLETED = new TileStatus(List.of());

        public TileStatus {
            failures = List.copyOf(failures);
        }

        public boolean failed() {
            return !failures.isEmpty();
        }
    }

    public GlobalState {
        tiles = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(tiles));
    }

    /** This state with the outcomes of some more tiles. */
    public GlobalState with(Map<TileId, TileStatus> outcomes) {
        SortedMap<TileId, TileStatus> all = new TreeMap<>(tiles);
        all.putAll(outcomes);
        return new GlobalState(softwareVersion, configHash, startedAt, all);
    }

    /** Tiles whose last outcome was a failure. */
    public List<TileId> failed() {
        return tiles.entrySet().stream()
                .filter(e -> e.getValue().failed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Tiles whose last outcome was success. */
    public List<TileId> completed() {
        return tiles.entrySet().stream()
                .filter(e -> !e.getValue().failed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
