package org.geoanomaly.gam.pipeline.visual.map;

/**
 * The Mollweide projection: the globe as an ellipse, true to area. Coordinates run from −1 to 1, x east, y north. Source: J. P. Snyder, Map
 * Projections – A Working Manual, USGS Professional Paper 1395 (1987), equations 31-1 to 31-8.
 */
final class Mollweide {
    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-12;

    private Mollweide() {}

    /** The auxiliary angle of a latitude, both in radians. */
    private static double theta(double latitude) {
        if (Math.abs(latitude) > Math.PI / 2 - 1e-9) {
            return Math.signum(latitude) * Math.PI / 2;
        }
        double theta = latitude;
        for (int i = 0; i < MOST_STEPS; i++) {
            double step =
                    (2 * theta + Math.sin(2 * theta) - Math.PI * Math.sin(latitude)) / (2 + 2 * Math.cos(2 * theta));
            theta -= step;
            if (Math.abs(step) < CLOSE) {
                break;
            }
        }
        return theta;
    }

    /**
     * Where a place is seen.
     *
     * @param lon degrees from the middle meridian, −180 to 180
     */
    static double[] place(double lon, double lat) {
        double theta = theta(Math.toRadians(lat));
        return new double[] {lon / 180 * Math.cos(theta), Math.sin(theta)};
    }

    /** The latitude of a height, degrees. */
    static double latitude(double y) {
        double theta = Math.asin(Math.max(-1, Math.min(1, y)));
        return Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, (2 * theta + Math.sin(2 * theta)) / Math.PI))));
    }

    /** Half of the width at a height: |x| at the edge. */
    static double halfWidth(double y) {
        return Math.sqrt(Math.max(0, 1 - y * y));
    }
}
