package org.geoanomaly.gam.geophysics.equivalent;

import org.geoanomaly.gam.grid.error.GamException;

/**
 * The distance that a set of stations resolves in every direction: the side of the smallest blocks that leave few holes. For a survey along lines
 * it is near the distance of the lines, however densely a line is sampled.
 */
final class StationSpacing {
    private static final double FILLED = 0.75;
    private static final double GROWTH = 1.15;
    private static final int MIN_POSITIONS = 4;

    private StationSpacing() {}

    static double of(Stations stations) {
        double width = Blocks.max(stations.easting()) - Blocks.min(stations.easting());
        double height = Blocks.max(stations.northing()) - Blocks.min(stations.northing());
        double extent = Math.max(width, height);
        int positions = extent > 0
                ? Blocks.squares(stations.easting(), stations.northing(), 1e-4 * extent)
                        .count()
                : 1;
        if (positions < MIN_POSITIONS) {
            throw new GamException(
                    stations.size() + " stations at " + positions
                            + " different places cannot be gridded: it takes at least " + MIN_POSITIONS + " places",
                    "give more stations, or check that the coordinates are metres in two different columns",
                    null);
        }
        double mean = Math.sqrt(Math.max(width * height, 0.01 * extent * extent) / positions);
        for (double size = 0.5 * mean; size < 0.1 * extent; size *= GROWTH) {
            if (Blocks.squares(stations.easting(), stations.northing(), size).occupiedNeighbours() >= FILLED) {
                return size;
            }
        }
        return Math.max(mean, extent / positions);
    }
}
