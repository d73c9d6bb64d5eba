package org.geoanomaly.gam.pipeline.spi;

/**
 * Hears how tiles come along.
 *
 * @param <R> the outcome of a tile
 */
@FunctionalInterface
public interface TileListener<R> {
    /** A tile is done, or has failed for a reason of its own. */
    void done(R outcome);

    /** What is in hand somewhere; may be called by any thread, or never. */
    default void note(String what) {}

    /** How many more percent of the only tile in hand are done; told, by any thread, where tiles are made one by one, or never. */
    default void percent(long more) {}
}
