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
}
