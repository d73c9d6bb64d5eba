package org.geoanomaly.gam.geophysics.tomography;

/** Where events are now and how much later than first thought they were. Immutable. */
final class Hypocentres {
    private final Places start;
    private final Places now;
    private final double[] origin;

    private Hypocentres(Places start, Places now, double[] origin) {
        this.start = start;
        this.now = now;
        this.origin = origin;
    }

    static Hypocentres of(Places events) {
        return new Hypocentres(events, events, new double[events.size()]);
    }

    Places places() {
        return now;
    }

    /** Origin time after the first one, s; not a copy. */
    double[] origin() {
        return origin;
    }

    /** Shifts of all events' unknowns: east, north, depth in metres and origin time in seconds, for each event. */
    static final class Shift {
        private final double[][] of;
        private final double meanSquare;

        Shift(double[][] of, double meanSquare) {
            this.of = of;
            this.meanSquare = meanSquare;
        }

        double meanSquare() {
            return meanSquare;
        }
    }

    /** Part of the shift, within the total limit and not above the ground. */
    Hypocentres moved(Shift shift, double part, TomographySettings.Relocation limits, double shallowest) {
        int n = now.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] z = new double[n];
        double[] t = new double[n];
        for (int e = 0; e < n; e++) {
            double[] d = shift.of[e];
            x[e] = within(now.x(e) + part * d[0], start.x(e), limits.total());
            y[e] = within(now.y(e) + part * d[1], start.y(e), limits.total());
            z[e] = within(now.depth(e) + part * d[2], start.depth(e), limits.total());
            z[e] = Math.max(z[e], Math.min(shallowest, start.depth(e)));
            t[e] = origin[e] + part * d[3];
        }
        return new Hypocentres(start, new Places(x, y, z), t);
    }

    private static double within(double value, double centre, double limit) {
        return Math.max(centre - limit, Math.min(centre + limit, value));
    }

    /** How many events are at the limit of their movement. */
    int atLimit(double limit) {
        int count = 0;
        for (int e = 0; e < now.size(); e++) {
            double most = Math.max(
                    Math.abs(now.x(e) - start.x(e)),
                    Math.max(Math.abs(now.y(e) - start.y(e)), Math.abs(now.depth(e) - start.depth(e))));
            count += limit > 0.0 && most >= limit * (1.0 - 1e-9) ? 1 : 0;
        }
        return count;
    }
}
