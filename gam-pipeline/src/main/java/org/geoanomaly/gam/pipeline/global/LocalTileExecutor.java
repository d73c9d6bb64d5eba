package org.geoanomaly.gam.pipeline.global;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;

/** Tiles on the threads of this machine. */
public record LocalTileExecutor(Workers workers) implements TileExecutor {
    @Override
    public void run(
            List<TileId> tiles, Function<TileId, TileOutcome> job, BooleanSupplier stop, Consumer<TileOutcome> done) {
        Object turn = new Object();
        workers.forEach(tiles.size(), i -> {
            if (!stop.getAsBoolean()) {
                TileOutcome outcome = job.apply(tiles.get(i));
                synchronized (turn) {
                    done.accept(outcome);
                }
            }
        });
    }
}
