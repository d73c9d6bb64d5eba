package org.geoanomaly.gam.geophysics.traveltime;

/** The straight line between two places: in a spherical grid the chord. */
final class StraightWay {
    private StraightWay() {}

    /** The line in pieces of about half a spacing, short enough for the slowness along it. */
    static Ray ray(VelocityGrid grid, Source source, double x, double y, double z) {
        double[] from = place(grid, x, y, z);
        double[] to = place(grid, source.x(), source.y(), source.z());
        double[] a = position(grid, from);
        double[] b = position(grid, to);
        double length = Math.sqrt(square(b[0] - a[0]) + square(b[1] - a[1]) + square(b[2] - a[2]));
        double spacing = Math.min(grid.spacing(from[1], from[2]), grid.spacing(to[1], to[2]));
        int pieces = (int) Math.min(1 << 20, Math.max(1, Math.ceil(2 * length / spacing)));
        double[] points = new double[3 * (pieces + 1)];
        double[] point = new double[3];
        double time = 0;
        Stencil stencil = new Stencil(grid);
        for (int n = 0; n <= pieces; n++) {
            along(grid, a, b, (double) n / pieces, point);
            System.arraycopy(n == 0 ? from : n == pieces ? to : point, 0, points, 3 * n, 3);
            if (n < pieces) {
                along(grid, a, b, (n + 0.5) / pieces, point);
                stencil.at(point[0], point[1], point[2]);
                time += grid.mean(stencil) * length / pieces;
            }
        }
        return new Ray(grid, points, pieces + 1, time);
    }

    private static double square(double v) {
        return v * v;
    }

    /** An axis of one node has only that place. */
    static double[] place(VelocityGrid grid, double x, double y, double z) {
        return new double[] {
            grid.x().count() > 1 ? x : grid.x().start(),
            grid.y().count() > 1 ? y : grid.y().start(),
            grid.z().count() > 1 ? z : grid.z().start()
        };
    }

    private static double[] position(VelocityGrid grid, double[] place) {
        if (!grid.isSpherical()) {
            return place;
        }
        double r = grid.radius() - place[2];
        double longitude = Math.toRadians(place[0]);
        double latitude = Math.toRadians(place[1]);
        return new double[] {
            r * Math.cos(latitude) * Math.cos(longitude),
            r * Math.cos(latitude) * Math.sin(longitude),
            r * Math.sin(latitude)
        };
    }

    private static void along(VelocityGrid grid, double[] a, double[] b, double part, double[] out) {
        for (int d = 0; d < 3; d++) {
            out[d] = a[d] + part * (b[d] - a[d]);
        }
        if (grid.isSpherical()) {
            double flat = Math.hypot(out[0], out[1]);
            double r = Math.hypot(flat, out[2]);
            double longitude = Math.toDegrees(Math.atan2(out[1], out[0]));
            double turns = Math.rint((grid.x().at(grid.x().count() / 2) - longitude) / 360);
            out[1] = Math.toDegrees(Math.atan2(out[2], flat));
            out[0] = longitude + 360 * turns;
            out[2] = grid.radius() - r;
        }
    }
}
