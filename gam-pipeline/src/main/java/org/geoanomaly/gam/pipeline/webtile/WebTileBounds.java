package org.geoanomaly.gam.pipeline.webtile;

import org.geoanomaly.gam.formats.pmtiles.Position;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/** The part of the map that tiles show, in degrees: the grid, cut at the edge of the Mercator square. */
record WebTileBounds(double west, double south, double east, double north) {
    static WebTileBounds of(GridGeometry grid) {
        return new WebTileBounds(
                e7(Math.max(-180, grid.west())),
                e7(Math.max(-WebMercator.MAX_LATITUDE, grid.south())),
                e7(Math.min(180, grid.east())),
                e7(Math.min(WebMercator.MAX_LATITUDE, grid.north())));
    }

    /** To the precision of the archive's header, so that both say the same. */
    private static double e7(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }

    Position southWest() {
        return Position.ofDegrees(west, south);
    }

    Position northEast() {
        return Position.ofDegrees(east, north);
    }
}
