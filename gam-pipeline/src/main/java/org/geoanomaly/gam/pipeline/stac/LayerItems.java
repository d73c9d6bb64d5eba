package org.geoanomaly.gam.pipeline.stac;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.Layer;

/**
 * The content of one collection.
 *
 * @param layer which layer
 * @param tiles tiles whose sidecars exist
 * @param sources all inputs of the layer
 * @param cellDegrees cell size in degrees
 */
public record LayerItems(Layer layer, List<TileId> tiles, List<SourceRef> sources, double cellDegrees) {
    public LayerItems {
        tiles = tiles.stream().sorted().distinct().toList();
        sources = List.copyOf(sources);
    }
}
