package org.geoanomaly.gam.geophysics.equivalent;

/** A plane a + b east + c north by weighted least squares; the weighted mean alone where stations do not span a plane. */
record Trend(double originEast, double originNorth, double level, double perEast, double perNorth) {
    static Trend fit(Stations stations) {
        double[] e = stations.easting();
        double[] n = stations.northing();
        double[] v = stations.value();
        double[] w = stations.weight();
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
