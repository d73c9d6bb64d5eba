package org.geoanomaly.gam.pipeline.manifest;

import org.geoanomaly.gam.pipeline.seam.SeamStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Jumps across tile edges of one layer; null where there is nothing to compare.
 *
 * @param layer which layer
 * @param unit of the jumps
 * @param edges edges compared
 * @param meanJump mean jump across edges
 * @param stdJump its standard deviation
 * @param p99Jump its 99th percentile
 * @param interiorMeanJump mean jump between neighbours inside tiles
 * @param seamToInteriorRatio the former mean divided by the latter
 */
public record SeamRecord(
        String layer,
        String unit,
        int edges,
        @Nullable Double meanJump,
        @Nullable Double stdJump,
        @Nullable Double p99Jump,
        @Nullable Double interiorMeanJump,
        @Nullable Double seamToInteriorRatio) {
    public static SeamRecord of(String layer, String unit, SeamStatistics s) {
        return new SeamRecord(
                layer,
                unit,
                s.edges(),
                finite(s.mean()),
                finite(s.std()),
                finite(s.p99()),
                finite(s.interiorMean()),
                finite(s.ratio()));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
