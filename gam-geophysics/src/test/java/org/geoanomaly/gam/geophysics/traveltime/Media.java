package org.geoanomaly.gam.geophysics.traveltime;

/** Media with known times. */
final class Media {
    static final double V0 = 5000;
    static final double GRADIENT = 0.05;

    private Media() {}

    /** Velocity of a place. */
    interface Velocity {
        double at(double x, double y, double z);
    }

    static double[] sample(GridAxis x, GridAxis y, GridAxis z, Velocity velocity) {
        double[] v = new double[x.count() * y.count() * z.count()];
        int n = 0;
        for (int k = 0; k < z.count(); k++) {
            for (int j = 0; j < y.count(); j++) {
                for (int i = 0; i < x.count(); i++) {
                    v[n++] = velocity.at(x.at(i), y.at(j), z.at(k));
                }
            }
        }
        return v;
    }

    static VelocityGrid grid(GridAxis x, GridAxis y, GridAxis z, Velocity velocity) {
        return VelocityGrid.cartesian(x, y, z, sample(x, y, z, velocity));
    }

    /** 100 x 100 x 40 km with v = 5 + 0.05 z km/s. */
    static VelocityGrid gradient(double spacing) {
        GridAxis side = GridAxis.spanning(0, 100e3, spacing);
        return grid(side, side, GridAxis.spanning(0, 40e3, spacing), (x, y, z) -> V0 + GRADIENT * z);
    }

    /** Smooth and uneven in every direction. */
    static VelocityGrid uneven(double spacing) {
        GridAxis side = GridAxis.spanning(0, 20e3, spacing);
        return grid(
                side,
                side,
                GridAxis.spanning(0, 10e3, spacing),
                (x, y, z) -> 5000 + 0.05 * z + 600 * Math.sin(x / 3000) * Math.cos(y / 4000 + z / 3500));
    }

    /** Closed form in a constant gradient (Slotnick 1936; Fomel, Luo and Zhao 2009, eq. 27), without its cancellation. */
    static double gradientTime(Source s, double x, double y, double z) {
        double squares = square(x - s.x()) + square(y - s.y()) + square(z - s.z());
        double u = GRADIENT * GRADIENT * squares / (2 * (V0 + GRADIENT * s.z()) * (V0 + GRADIENT * z));
        return Math.log1p(u + Math.sqrt(u * (u + 2))) / GRADIENT;
    }

    static double distance(Source s, double x, double y, double z) {
        return Math.sqrt(square(x - s.x()) + square(y - s.y()) + square(z - s.z()));
    }

    private static double square(double v) {
        return v * v;
    }
}
