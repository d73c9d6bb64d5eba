package org.geoanomaly.gam.pipeline.ingest.seismic;

/**
 * How fine a model the rays of travel times can tell apart: cells that ten rays cross on average, but no finer than half the mean distance
 * of the points where rays end. A rule of thumb for choosing cells; what is really resolved is what the inversion says.
 */
final class RaySpacing {
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double RAYS_PER_CELL = 10;

    private RaySpacing() {}

    /**
     * The spacing in degrees of latitude.
     *
     * @param ends number of different stations and events
     */
    static double degrees(double[] lon1, double[] lat1, double[] lon2, double[] lat2, int ends) {
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double length = 0;
        for (int i = 0; i < lat1.length; i++) {
            double scale = Math.cos(Math.toRadians(0.5 * (lat1[i] + lat2[i])));
            double turn = lon2[i] - lon1[i];
            turn -= 360 * Math.rint(turn / 360);
            length += METRES_PER_DEGREE * Math.hypot(turn * scale, lat2[i] - lat1[i]);
            for (int end = 0; end < 2; end++) {
                double lat = end == 0 ? lat1[i] : lat2[i];
                double lon = (end == 0 ? lon1[i] : lon2[i]) - lon1[0];
                lon = (lon - 360 * Math.rint(lon / 360)) * scale;
                south = Math.min(south, lat);
                north = Math.max(north, lat);
                west = Math.min(west, lon);
                east = Math.max(east, lon);
            }
        }
        double longer = METRES_PER_DEGREE * Math.max(north - south, east - west);
        double shorter = METRES_PER_DEGREE * Math.min(north - south, east - west);
        double area = longer * Math.max(shorter, 0.1 * longer);
        if (!(area > 0) || !(length > 0)) {
            return 1;
        }
        double metres = Math.max(RAYS_PER_CELL * area / length, 0.5 * Math.sqrt(area / ends));
        return Math.min(metres, 0.25 * longer) / METRES_PER_DEGREE;
    }
}
