package org.geoanomaly.gam.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.spi.TileContext;
import org.geoanomaly.gam.pipeline.spi.TileJob;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with a partition: it holds one tile. */
final class TileTask<T extends Serializable, R extends Serializable> extends AbstractFunction1<Iterator<T>, R>
        implements Serializable {
    private static final long serialVersionUID = 1;

    private final TileJob<T, R> job;

    TileTask(TileJob<T, R> job) {
        this.job = job;
    }

    @Override
    public R apply(Iterator<T> tiles) {
        TaskContext task = TaskContext.get();
        try (Workers workers = new Workers(Math.max(1, task.cpus()))) {
            return job.run(tiles.next(), new TileContext(workers, task::isInterrupted, note -> {}));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
