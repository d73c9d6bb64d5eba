package org.geoanomaly.gam.pipeline.normalize;

import org.geoanomaly.gam.geophysics.fusion.RobustScale;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;

/** All tiles by one median and MAD over every valid cell of the globe (each cell counts once): no seams, no local contrast. */
public record GlobalNormalizer(RobustScale scale) implements Normalizer {
    public static GlobalNormalizer of(FloatGrid globe) {
        return new GlobalNormalizer(RobustScale.of(RobustStatistics.of(globe.values())));
    }

    @Override
    public float[] scores(TileId tile, float[] values, Statistics statistics) {
        return scale.scores(values);
    }

    @Override
    public RobustScale scale(TileId tile, Statistics statistics) {
        return scale;
    }
}
