package org.geoanomaly.gam.pipeline.visual.map;

import org.geoanomaly.gam.grid.geometry.GridGeometry;

/** A box of longitudes and latitudes; east is greater than west, and beyond 180 if the box crosses the antimeridian. */
record Extent(double west, double east, double south, double north) {
    private static final double RADIUS = 6_378_137.0;
    private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

    static Extent of(GridGeometry geometry) {
        return new Extent(geometry.west(), geometry.east(), geometry.south(), geometry.north());
    }

    double width() {
        return east - west;
    }

    double height() {
        return north - south;
    }

    double middleLatitude() {
        return 0.5 * (south + north);
    }

    /** Height over width of a map that is true to scale at its middle latitude. */
    double aspect() {
        double shrink = Math.max(0.1, Math.cos(Math.toRadians(middleLatitude())));
        return height() / (width() * shrink);
    }

    /** A longitude as it lies nearest to this box. */
    double near(double longitude) {
        double middle = 0.5 * (west + east);
        return longitude - 360 * Math.rint((longitude - middle) / 360);
    }

    /** Metres in a degree of longitude on WGS84. */
    static double metresPerDegreeEast(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        return Math.toRadians(1)
                * RADIUS
                * Math.cos(Math.toRadians(latitude))
                / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
    }

    /** Metres in a degree of latitude on WGS84. */
    static double metresPerDegreeNorth(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double root = 1 - ECCENTRICITY_SQUARED * sine * sine;
        return Math.toRadians(1) * RADIUS * (1 - ECCENTRICITY_SQUARED) / (root * Math.sqrt(root));
    }
}
