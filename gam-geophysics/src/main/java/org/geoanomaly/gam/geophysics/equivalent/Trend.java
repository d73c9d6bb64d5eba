package org.geoanomaly.gam.geophysics.equivalent;

/**
 * A plane a + b east + c north; a level alone where stations do not span a plane. Least absolute deviations, by reweighted least squares, keep an
 * anomaly from tilting the plane: what the plane takes decays with height no more and has no counterpart at the pole.
 */
record Trend(double originEast, double originNorth, double level, double perEast, double perNorth) {
    private static final int SWEEPS = 15;
    /** Deviations below this share of the mean one weigh alike. */
    private static final double FLOOR = 0.05;

    static Trend fit(Stations stations) {
        double[] w = stations.weight().clone();
        Trend trend = leastSquares(stations, w);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] deviation = new double[w.length];
            double sum = 0.0;
            for (int i = 0; i < w.length; i++) {
                deviation[i] = Math.abs(stations.value()[i] - trend.at(stations.easting()[i], stations.northing()[i]));
                sum += deviation[i];
            }
            double mean = sum / w.length;
            if (!(mean > 1e-12 * Math.abs(trend.level))) {
                break;
            }
            for (int i = 0; i < w.length; i++) {
                w[i] = stations.weight()[i] * mean / Math.max(deviation[i], FLOOR * mean);
            }
            trend = leastSquares(stations, w);
        }
        return trend;
    }

    private static Trend leastSquares(Stations stations, double[] w) {
        double[] e = stations.easting();
        double[] n = stations.northing();
        double[] v = stations.value();
        double sum = 0.0;
        double me = 0.0;
        double mn = 0.0;
        double mv = 0.0;
        for (int i = 0; i < v.length; i++) {
            sum += w[i];
            me += w[i] * e[i];
            mn += w[i] * n[i];
            mv += w[i] * v[i];
        }
        me /= sum;
        mn /= sum;
        mv /= sum;
        double ee = 0.0;
        double en = 0.0;
        double nn = 0.0;
        double ev = 0.0;
        double nv = 0.0;
        for (int i = 0; i < v.length; i++) {
            double de = e[i] - me;
            double dn = n[i] - mn;
            ee += w[i] * de * de;
            en += w[i] * de * dn;
            nn += w[i] * dn * dn;
            ev += w[i] * de * (v[i] - mv);
            nv += w[i] * dn * (v[i] - mv);
        }
        double determinant = ee * nn - en * en;
        if (!(determinant > 1e-6 * ee * nn)) {
            return new Trend(me, mn, mv, 0.0, 0.0);
        }
        return new Trend(me, mn, mv, (ev * nn - nv * en) / determinant, (nv * ee - ev * en) / determinant);
    }

    double at(double easting, double northing) {
        return level + perEast * (easting - originEast) + perNorth * (northing - originNorth);
    }
}
