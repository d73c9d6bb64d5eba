package org.geoanomaly.gam.geophysics.deformation;

/**
 * Okada's (1985) terms in his own coordinates and names: x along strike, y to the left of it, z up, the origin on the surface above the lower
 * edge's end, d the depth of that edge. λ = μ.
 */
final class OkadaTerms {
    /** μ / (λ + μ). */
    private static final double ALPHA = 1.0 - 2.0 * DeformationSource.POISSON;

    /** Below this the dip counts as vertical: the general formulas lose 1/cos² of their digits. */
    private static final double VERTICAL = 1e-6;

    private final double sin;
    private final double cos;
    private final double[] slip;

    OkadaTerms(double dip, double u1, double u2, double u3) {
        this.sin = Math.sin(dip);
        this.cos = Math.abs(Math.cos(dip)) < VERTICAL ? 0.0 : Math.cos(dip);
        this.slip = new double[] {-u1 / (2.0 * Math.PI), -u2 / (2.0 * Math.PI), u3 / (2.0 * Math.PI)};
    }

    /** Displacement (x, y, z) by Chinnery's notation, eq. 24. */
    double[] surface(double x, double y, double d, double length, double width) {
        double p = y * cos + d * sin;
        double q = y * sin - d * cos;
        double[] u = new double[3];
        add(x, p, q, 1.0, u);
        add(x, p - width, q, -1.0, u);
        add(x - length, p, q, -1.0, u);
        add(x - length, p - width, q, 1.0, u);
        return u;
    }

    private void add(double xi, double eta, double q, double sign, double[] u) {
        double r = Math.sqrt(xi * xi + eta * eta + q * q);
        double yt = eta * cos + q * sin;
        double dt = eta * sin - q * cos;
        double logEta = logOfSum(r, eta, xi * xi + q * q);
        double overEta = inverseOfSum(r, eta, xi * xi + q * q);
        double overXi = inverseOfSum(r, xi, eta * eta + q * q);
        double angle = q == 0.0 ? 0.0 : Math.atan(xi * eta / (q * r));
        double rd = r + dt;
        double[] i = cos == 0.0 ? vertical(xi, eta, q, yt, rd, logEta) : inclined(xi, eta, q, r, yt, rd, logEta);
        double qe = q * overEta / r;
        double qx = q * overXi / r;

        double s1 = sign * slip[0];
        u[0] += s1 * (xi * qe + angle + i[0] * sin);
        u[1] += s1 * (yt * qe + q * cos * overEta + i[1] * sin);
        u[2] += s1 * (dt * qe + q * sin * overEta + i[3] * sin);
        double s2 = sign * slip[1];
        u[0] += s2 * (q / r - i[2] * sin * cos);
        u[1] += s2 * (yt * qx + cos * angle - i[0] * sin * cos);
        u[2] += s2 * (dt * qx + sin * angle - i[4] * sin * cos);
        double s3 = sign * slip[2];
        u[0] += s3 * (q * qe - i[2] * sin * sin);
        u[1] += s3 * (-dt * qx - sin * (xi * qe - angle) - i[0] * sin * sin);
        u[2] += s3 * (yt * qx + cos * (xi * qe - angle) - i[4] * sin * sin);
    }

    /** I₁…I₅, eq. 28. */
    private double[] inclined(double xi, double eta, double q, double r, double yt, double rd, double logEta) {
        double x = Math.sqrt(xi * xi + q * q);
        double i5 = 0.0;
        if (xi != 0.0) {
            double numerator = eta * (x + q * cos) + x * (r + x) * sin;
            i5 = ALPHA * 2.0 / cos * Math.atan(numerator / (xi * (r + x) * cos));
        }
        double i4 = ALPHA / cos * (Math.log(rd) - sin * logEta);
        double i3 = ALPHA * (yt / (cos * rd) - logEta) + sin / cos * i4;
        double i1 = -ALPHA * xi / (cos * rd) - sin / cos * i5;
        return new double[] {i1, -ALPHA * logEta - i3, i3, i4, i5};
    }

    /** I₁…I₅ for a vertical plane, eq. 29. */
    private double[] vertical(double xi, double eta, double q, double yt, double rd, double logEta) {
        double i3 = 0.5 * ALPHA * (eta / rd + yt * q / (rd * rd) - logEta);
        double i1 = -0.5 * ALPHA * xi * q / (rd * rd);
        return new double[] {i1, -ALPHA * logEta - i3, i3, -ALPHA * q / rd, -ALPHA * xi * sin / rd};
    }

    /** ln(r + t) with rest = r² − t²; on the line itself the divergent part, which cancels between corners, is left out. */
    private static double logOfSum(double r, double t, double rest) {
        if (rest == 0.0 && t < 0.0) {
            return -Math.log(r - t);
        }
        return t < 0.0 ? Math.log(rest / (r - t)) : Math.log(r + t);
    }

    /** 1 / (r + t), 0 where that is singular. */
    private static double inverseOfSum(double r, double t, double rest) {
        if (rest == 0.0 && t <= 0.0) {
            return 0.0;
        }
        return t < 0.0 ? (r - t) / rest : 1.0 / (r + t);
    }
}
