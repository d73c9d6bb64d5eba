package org.geoanomaly.gam.pipeline.global;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.geoanomaly.gam.grid.geometry.TileId;

/** Runs a pure function over tiles, wherever the machine has room. */
public interface TileExecutor {
    /**
     * Applies the function to every tile, in any order.
     *
     * @param tiles what to do
     * @param job thread-safe; its failures are values, what it throws ends the whole run
     * @param stop asked before each tile: once true, no further tile starts
     * @param done hears each outcome as it comes, one at a time
     */
    void run(List<TileId> tiles, Function<TileId, TileOutcome> job, BooleanSupplier stop, Consumer<TileOutcome> done);
}
