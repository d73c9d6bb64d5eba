package org.geoanomaly.gam.pipeline.spi;

import java.io.Serializable;
import java.util.List;
import java.util.function.BooleanSupplier;

/** An executor at work for one run. It belongs to the thread that opened it. */
public interface TileSession extends AutoCloseable {
    /**
     * Lends a value to jobs: it goes at most once to every process that needs it, however many tiles that process makes.
     *
     * @param value immutable
     */
    <V extends Serializable> Shared<V> share(V value);

    /**
     * Does a job for every tile, in any order, and returns when all are done. A tile that cannot be made is an outcome like others. What a
     * job throws is trouble of the machine: an executor may try that tile again on another one, and throws if it does not help.
     *
     * @param tiles names of the tiles, each once
     * @param stop asked often: once true, no further tile starts, and the method returns
     * @param listener hears outcomes as they come, each tile's once, and only in the calling thread or one at a time
     * @throws org.geoanomaly.gam.grid.error.GamException if a tile could not be tried to its end
     */
    <T extends Serializable, R extends Serializable> void run(
            List<T> tiles, TileJob<T, R> job, BooleanSupplier stop, TileListener<R> listener)
            throws InterruptedException;

    /** Gives everything back. */
    @Override
    void close();
}
