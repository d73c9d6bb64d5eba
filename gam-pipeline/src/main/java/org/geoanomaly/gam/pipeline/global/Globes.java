package org.geoanomaly.gam.pipeline.global;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.CacheException;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/** The layers on the global grid: the measured ones from memory, the fused one from the written tiles, wherever they were made. */
final class Globes {
    private final GlobalPaths paths;
    private final Workers workers;
    private final Map<Layer, FloatGrid> inMemory = new EnumMap<>(Layer.class);

    Globes(GlobalPaths paths, List<PreparedLayer> layers, Workers workers) {
        this.paths = paths;
        this.workers = workers;
        layers.forEach(l -> inMemory.put(l.layer(), l.globe()));
    }

    /** A layer on the global grid, void outside the given tiles. */
    FloatGrid of(Layer layer, List<TileId> tiles) {
        FloatGrid globe = GlobalGrid.empty(layer.unit());
        FloatGrid known = inMemory.get(layer);
        workers.forEach(tiles.size(), i -> {
            TileId tile = tiles.get(i);
            FloatGrid values = known == null ? read(layer, tile) : GlobalGrid.cut(known, tile);
            GlobalGrid.paste(values, tile, globe);
        });
        return globe;
    }

    private FloatGrid read(Layer layer, TileId tile) {
        try (GeoTiff cog = GeoTiff.open(paths.cog(layer, tile))) {
            return cog.read(layer.unit());
        } catch (IOException e) {
            throw new CacheException(
                    "cannot read back " + paths.cog(layer, tile) + ": " + e.getMessage(), "run again with --fresh", e);
        }
    }
}
