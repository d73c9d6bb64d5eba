package org.geoanomaly.gam.pipeline.stac;

import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.jspecify.annotations.Nullable;

/**
 * One written tile of one layer, complete with all that its sidecar says.
 *
 * @param tile which tile
 * @param layer which layer
 * @param geometry of its cells, in EPSG:4326
 * @param statistics of the valid cells, in the layer's unit
 * @param data the COG
 * @param quicklook a PNG, or null
 * @param provenance sources, steps, run
 */
public record TileProduct(
        TileId tile,
        Layer layer,
        GridGeometry geometry,
        Statistics statistics,
        ProductFile data,
        @Nullable ProductFile quicklook,
        TileProvenance provenance) {}
