package org.geoanomaly.gam.pipeline.spi;

import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.NoOptions;
import org.geoanomaly.gam.pipeline.progress.StageProgress;

/**
 * What a computing plugin may use.
 *
 * @param workers threads; stay open. The result must not depend on their number
 * @param progress of the stage in hand
 * @param stop whether the user wants to stop; asked often, and answered with a {@link java.util.concurrent.CancellationException}
 * @param seed of every random number
 * @param bound the plugin's options, see {@link #options}
 */
public record StageContext(Workers workers, StageProgress progress, BooleanSupplier stop, long seed, Record bound) {
    /** For a plugin without options, or one that is to use its defaults. */
    public StageContext(Workers workers, StageProgress progress, BooleanSupplier stop, long seed) {
        this(workers, progress, stop, seed, NoOptions.NONE);
    }

    /**
     * The options that the configuration gives the plugin.
     *
     * @param defaults its own {@link Plugin#options}
     */
    public <R extends Record> R options(R defaults) {
        return Options.of(bound, defaults);
    }

    /** The same for the plugin that has these options. */
    public StageContext with(Record options) {
        return new StageContext(workers, progress, stop, seed, options);
    }
}
