package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.CoreSection;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;

/**
 * What an executor may use and should know.
 *
 * @param name of the run, such as {@code gam global}
 * @param settings how many workers, and where
 * @param workers threads of this process; stay open
 * @param progress hears where the work goes on, and of losses
 */
public record TileResources(String name, CoreSection settings, Workers workers, ProgressListener progress) {}
