package org.geoanomaly.gam.pipeline.validation;

import java.util.List;

/** A check of one layer of one tile, from its files alone. Thread-safe. */
public interface TileCheckpoint {
    /** Such as {@code grid alignment}. */
    String name();

    /** What is wrong with the tile; empty if nothing. */
    List<Finding> check(TileFiles files);
}
