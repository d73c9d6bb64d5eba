package org.geoanomaly.gam.pipeline.normalize;

import java.io.Serializable;
import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;

/** Scores one layer's values in one tile. Thread-safe. */
public sealed interface Normalizer extends Serializable permits TileNormalizer, GlobalNormalizer, RollingNormalizer {
    /**
     * Robust z-scores, clamped to ±6.
     *
     * @param tile the tile
     * @param values its 100 x 100 values, row-major from the north-west
     * @param statistics statistics of these values
     * @return scores of the same shape; NaN where the value is void or no spread can be told
     */
    float[] scores(TileId tile, float[] values, Statistics statistics);

    /** The scale that applies at the tile's centre, for the record. */
    RobustScale scale(TileId tile, Statistics statistics);
}
