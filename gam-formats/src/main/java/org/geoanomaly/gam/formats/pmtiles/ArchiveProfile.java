package org.geoanomaly.gam.formats.pmtiles;

/**
 * What a writer cannot find out from the tiles.
 *
 * @param tileType of all tiles
 * @param tileCompression of all tiles, NONE for pictures
 * @param southWest corner of the bounds
 * @param northEast corner of the bounds
 * @param centerZoom zoom to start with
 */
public record ArchiveProfile(
        TileType tileType, Compression tileCompression, Position southWest, Position northEast, int centerZoom) {
    public ArchiveProfile {
        if (southWest.longitudeE7() >= northEast.longitudeE7() || southWest.latitudeE7() >= northEast.latitudeE7()) {
            throw new IllegalArgumentException("empty bounds: " + southWest + " to " + northEast);
        }
    }

    Position center() {
        return Position.ofDegrees(
                (southWest.longitude() + northEast.longitude()) / 2, (southWest.latitude() + northEast.latitude()) / 2);
    }
}
