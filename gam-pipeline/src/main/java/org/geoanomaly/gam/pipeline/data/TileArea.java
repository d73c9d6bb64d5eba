package org.geoanomaly.gam.pipeline.data;

import java.io.Serializable;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;

/**
 * One tile of a region.
 *
 * @param id name, such as {@code r00c01}; part of file names
 * @param core half-open: objects whose peak lies in it (south and west edges included) belong to this tile
 * @param extent the core and the buffer around it
 * @param frame plane in which the tile is computed
 * @param mesh cells below the extent, in the frame, without padding; its top is a height above sea level
 */
public record TileArea(String id, BoundingBox core, BoundingBox extent, LocalFrame frame, RegularMesh mesh)
        implements Serializable {
    /** Whether a place belongs to this tile. */
    public boolean owns(double longitude, double latitude) {
        double east = longitude - core.west();
        east -= 360 * Math.floor(east / 360);
        double width = core.width();
        return latitude >= core.south() && (latitude < core.north() || core.north() >= 90) && east < width;
    }
}
