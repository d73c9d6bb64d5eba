package org.geoanomaly.gam.pipeline.spi;

import java.io.Serializable;

/**
 * What is to be done for each tile: a function of the tile that gives the same bytes wherever and however often it runs. It may travel to
 * other processes, so it is small, says where its inputs are instead of holding them, and writes what is large to the run's directory by
 * atomic replacement. Thread-safe.
 *
 * @param <T> names a tile
 * @param <R> its outcome, small; failures are outcomes too
 */
public interface TileJob<T extends Serializable, R extends Serializable> extends Serializable {
    /**
     * Makes a tile.
     *
     * @throws RuntimeException on trouble of the machine alone, such as a full disk
     */
    R run(T tile, TileContext context) throws InterruptedException;

    /** Whether one tile keeps all threads of a machine busy, and its memory: then tiles of one process go one after the other. */
    default boolean usesAllThreads() {
        return false;
    }
}
