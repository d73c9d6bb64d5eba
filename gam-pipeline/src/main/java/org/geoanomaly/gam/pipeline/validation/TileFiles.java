package org.geoanomaly.gam.pipeline.validation;

import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.stac.Sidecar;

/**
 * What the disk holds of one layer of one tile, opened for checking.
 *
 * @param layer which layer
 * @param tile which tile
 * @param cog the open file
 * @param values its full resolution
 * @param sidecar what the sidecar says
 */
public record TileFiles(Layer layer, TileId tile, GeoTiff cog, FloatGrid values, Sidecar sidecar) {
    /** Such as {@code t_N30_E120_grav}. */
    public String subject() {
        return tile.name() + "_" + layer.id();
    }
}
