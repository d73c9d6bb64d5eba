package org.geoanomaly.gam.pipeline.spi;

import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.progress.StageProgress;

/**
 * What a computing plugin may use.
 *
 * @param workers threads; stay open. The result must not depend on their number
 * @param progress of the stage in hand
 * @param stop whether the user wants to stop; asked often, and answered with a {@link java.util.concurrent.CancellationException}
 * @param seed of every random number
 */
public record StageContext(Workers workers, StageProgress progress, BooleanSupplier stop, long seed) {}
