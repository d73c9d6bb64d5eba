package org.geoanomaly.gam.pipeline.engine;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.Shared;
import org.geoanomaly.gam.pipeline.spi.TileContext;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.geoanomaly.gam.pipeline.spi.TileJob;
import org.geoanomaly.gam.pipeline.spi.TileListener;
import org.geoanomaly.gam.pipeline.spi.TileResources;
import org.geoanomaly.gam.pipeline.spi.TileSession;

/** Tiles on the threads of this machine. What a job throws ends the run: trouble here is no better at the second try. */
public final class LocalTileExecutor implements TileExecutor {
    public static final String ID = "local";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public TileSession open(TileResources resources) {
        return new Session(resources.workers());
    }

    private static final class Session implements TileSession {
        private final Workers workers;

        Session(Workers workers) {
            this.workers = workers;
        }

        @Override
        public <V extends Serializable> Shared<V> share(V value) {
            return () -> value;
        }

        @Override
        public <T extends Serializable, R extends Serializable> void run(
                List<T> tiles, TileJob<T, R> job, BooleanSupplier stop, TileListener<R> listener)
                throws InterruptedException {
            if (job.usesAllThreads()) {
                oneByOne(tiles, job, stop, listener);
            } else {
                sideBySide(tiles, job, stop, listener);
            }
        }

        private <T extends Serializable, R extends Serializable> void oneByOne(
                List<T> tiles, TileJob<T, R> job, BooleanSupplier stop, TileListener<R> listener)
                throws InterruptedException {
            TileContext context = new TileContext(workers, stop, listener::note, listener::percent);
            for (T tile : tiles) {
                if (stop.getAsBoolean()) {
                    return;
                }
                listener.done(job.run(tile, context));
            }
        }

        private <T extends Serializable, R extends Serializable> void sideBySide(
                List<T> tiles, TileJob<T, R> job, BooleanSupplier stop, TileListener<R> listener) {
            Object turn = new Object();
            try (Workers alone = new Workers(1)) {
                TileContext context = new TileContext(alone, stop, listener::note);
                workers.forEach(tiles.size(), i -> {
                    if (!stop.getAsBoolean()) {
                        R outcome = run(tiles.get(i), job, context);
                        synchronized (turn) {
                            listener.done(outcome);
                        }
                    }
                });
            }
        }

        private static <T extends Serializable, R extends Serializable> R run(
                T tile, TileJob<T, R> job, TileContext context) {
            try {
                return job.run(tile, context);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted in " + tile);
            }
        }

        @Override
        public void close() {
            // the threads are the run's own
        }
    }
}
