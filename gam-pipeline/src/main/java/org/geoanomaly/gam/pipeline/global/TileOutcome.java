package org.geoanomaly.gam.pipeline.global;

import java.io.Serializable;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.TileId;

/** What became of a tile. A tile's own trouble is a value; only trouble of the machine is thrown. */
public sealed interface TileOutcome extends Serializable {
    TileId tile();

    /** How long it took. */
    Times times();

    /**
     * Milliseconds that the parts of a tile took.
     *
     * @param fuse windows read, scored and fused
     * @param write files written
     * @param check files read back and checked
     */
    record Times(double fuse, double write, double check) implements Serializable {}

    /** Processed and all checks passed. */
    record Completed(TileId tile, Times times) implements TileOutcome {}

    /** Processed, but a check failed; the products stay for inspection. */
    record Failed(TileId tile, List<String> reasons, Times times) implements TileOutcome {
        public Failed {
            reasons = List.copyOf(reasons);
        }
    }
}
