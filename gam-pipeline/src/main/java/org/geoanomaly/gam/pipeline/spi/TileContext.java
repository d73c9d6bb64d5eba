package org.geoanomaly.gam.pipeline.spi;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.geoanomaly.gam.grid.workers.Workers;

/**
 * What a job may use while it makes a tile.
 *
 * @param workers threads; stay open. The result must not depend on their number
 * @param stop whether the tile is still wanted; asked often, and answered with a {@link java.util.concurrent.CancellationException}
 * @param note what is in hand, for whoever watches
 * @param percent how many percent of the tile have been done since it was last told
 */
public record TileContext(Workers workers, BooleanSupplier stop, Consumer<String> note, LongConsumer percent) {
    /** Where nobody watches how far a single tile is. */
    public TileContext(Workers workers, BooleanSupplier stop, Consumer<String> note) {
        this(workers, stop, note, percent -> {});
    }
}
