package org.geoanomaly.gam.pipeline.stac;

import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.jspecify.annotations.Nullable;

/**
 * What a sidecar says about its tile: enough to decide whether the tile must be made again.
 *
 * @param tile which tile
 * @param layer which layer
 * @param data the COG that it describes
 * @param quicklook its picture, or null if it has none
 * @param statistics of the valid cells
 * @param configHash hash of the configuration under which it was made
 */
public record Sidecar(
        TileId tile,
        Layer layer,
        ProductFile data,
        @Nullable ProductFile quicklook,
        Statistics statistics,
        String configHash) {}
