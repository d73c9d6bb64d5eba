package org.geoanomaly.gam.geophysics.deformation.los;

/** Least-squares planes. */
final class Plane {
    private Plane() {}

    /** Values less their plane; less their mean where places do not span a plane. */
    static double[] removed(double[] easting, double[] northing, double[] value) {
        int n = value.length;
        double e0 = 0;
        double n0 = 0;
        double v0 = 0;
        for (int i = 0; i < n; i++) {
            e0 += easting[i] / n;
            n0 += northing[i] / n;
            v0 += value[i] / n;
        }
        double ee = 0;
        double nn = 0;
        double en = 0;
        double ev = 0;
        double nv = 0;
        for (int i = 0; i < n; i++) {
            double e = easting[i] - e0;
            double m = northing[i] - n0;
            ee += e * e;
            nn += m * m;
            en += e * m;
            ev += e * (value[i] - v0);
            nv += m * (value[i] - v0);
        }
        double determinant = ee * nn - en * en;
        boolean spans = determinant > 1e-9 * ee * nn;
        double slopeE = spans ? (ev * nn - nv * en) / determinant : 0.0;
        double slopeN = spans ? (nv * ee - ev * en) / determinant : 0.0;
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = value[i] - v0 - slopeE * (easting[i] - e0) - slopeN * (northing[i] - n0);
        }
        return out;
    }
}
