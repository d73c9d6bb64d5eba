package com.example.muon.rays;

/** The surface of the ground. */
@FunctionalInterface
public interface Terrain {
    /** Height above sea level at a place of the plane, m; NaN where it is not known. */
    double height(double easting, double northing);

    /**
     * Where a line of sight leaves the rock for good, and how much of it lies below the surface on the way there.
     *
     * @param rock length below the surface, m
     * @param exit distance of the last place where it comes out, m
     */
    record Way(double rock, double exit) {}

    /**
     * Follows a line up to a height above all ground, in steps; between them the surface is taken as straight.
     *
     * @param highest no ground is higher, m
     * @param step along the line, m
     * @throws IllegalArgumentException if the terrain is not known along the line
     */
    default Way along(LineOfSight line, double highest, double step) {
        double end = Math.max(0.0, (highest - line.height()) / line.up());
        double rock = 0.0;
        double exit = 0.0;
        double before = above(line, 0.0);
        int steps = (int) Math.ceil(end / step);
        for (int i = 1; i <= steps; i++) {
            double from = (i - 1) * end / steps;
            double to = i * end / steps;
            double after = above(line, to);
            if (before < 0.0 && after < 0.0) {
                rock += to - from;
                exit = to;
            } else if (before < 0.0 || after < 0.0) {
                double crossing = from + (to - from) * before / (before - after);
                rock += before < 0.0 ? crossing - from : to - crossing;
                exit = before < 0.0 ? crossing : to;
            }
            before = after;
        }
        return new Way(rock, exit);
    }

    private double above(LineOfSight line, double distance) {
        double ground = height(line.easting() + distance * line.east(), line.northing() + distance * line.north());
        if (Double.isNaN(ground)) {
            throw new IllegalArgumentException("the terrain is not known along the line of sight");
        }
        return line.height() + distance * line.up() - ground;
    }
}
