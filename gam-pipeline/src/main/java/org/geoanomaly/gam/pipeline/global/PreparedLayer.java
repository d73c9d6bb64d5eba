package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.normalize.Normalizer;

/**
 * One measured layer on the global grid, ready to be cut into tiles.
 *
 * @param origin where it came from and what was done to it
 * @param globe its values on the 0.1° grid, in the layer's unit
 * @param normalizer how its values become scores
 * @param weight its weight in the fused index
 */
public record PreparedLayer(LayerOrigin origin, FloatGrid globe, Normalizer normalizer, double weight) {
    public PreparedLayer {
        globe.require(origin.layer().unit());
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("the weight of " + origin.layer().id() + " is " + weight);
        }
    }

    public Layer layer() {
        return origin.layer();
    }
}
