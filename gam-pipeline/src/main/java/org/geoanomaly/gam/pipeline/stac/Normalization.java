package org.geoanomaly.gam.pipeline.stac;

import org.geoanomaly.gam.pipeline.layout.Layer;

/**
 * How a layer was brought to z-scores for the fused one.
 *
 * @param layer the layer normalized
 * @param method {@code tile}, {@code rolling} or {@code global}
 * @param median subtracted, in the layer's unit
 * @param mad median absolute deviation, in the layer's unit; z divides by 1.4826 times it
 * @param used whether z exists: it does not where the MAD is 0 or there is no data
 */
public record Normalization(Layer layer, String method, double median, double mad, boolean used) {}
