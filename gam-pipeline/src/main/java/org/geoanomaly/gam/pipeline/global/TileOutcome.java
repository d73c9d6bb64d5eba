package org.geoanomaly.gam.pipeline.global;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.TileId;

/** What became of a tile. A tile's own trouble is a value; only trouble of the machine is thrown. */
public sealed interface TileOutcome {
    TileId tile();

    /** Processed and all checks passed. */
    record Completed(TileId tile) implements TileOutcome {}

    /** Valid products of the same configuration and inputs were there. */
    record Skipped(TileId tile) implements TileOutcome {}

    /** Processed, but a check failed; the products stay for inspection. */
    record Failed(TileId tile, List<String> reasons) implements TileOutcome {
        public Failed {
            reasons = List.copyOf(reasons);
        }
    }
}
