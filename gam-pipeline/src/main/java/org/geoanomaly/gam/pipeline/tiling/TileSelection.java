package org.geoanomaly.gam.pipeline.tiling;

import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/**
 * Which tiles a run works on.
 *
 * @param area tiles that intersect this box
 * @param only if not empty, just these
 * @param exclude never these
 */
public record TileSelection(BoundingBox area, Set<TileId> only, Set<TileId> exclude) {
    public static final TileSelection ALL = new TileSelection(BoundingBox.GLOBE, Set.of(), Set.of());

    public TileSelection {
        only = Set.copyOf(only);
        exclude = Set.copyOf(exclude);
    }

    /**
     * The selected tiles from the north-west, row by row.
     *
     * @throws ConfigurationException if none is left
     */
    public List<TileId> tiles() {
        List<TileId> tiles = TileId.all().stream()
                .filter(t -> t.bounds().intersects(area))
                .filter(t -> only.isEmpty() || only.contains(t))
                .filter(t -> !exclude.contains(t))
                .toList();
        if (tiles.isEmpty()) {
            throw new ConfigurationException(
                    "the bounding box, --tiles and --exclude together leave no tile to work on",
                    "widen the box or drop one of the options",
                    null);
        }
        return tiles;
    }
}
