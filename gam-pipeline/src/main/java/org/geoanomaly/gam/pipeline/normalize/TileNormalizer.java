package org.geoanomaly.gam.pipeline.normalize;

import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;

/** Each tile by its own median and MAD: local contrast, with steps at the tile edges. */
public record TileNormalizer() implements Normalizer {
    @Override
    public float[] scores(TileId tile, float[] values, Statistics statistics) {
        return scale(tile, statistics).scores(values);
    }

    @Override
    public RobustScale scale(TileId tile, Statistics statistics) {
        return RobustScale.of(statistics);
    }
}
