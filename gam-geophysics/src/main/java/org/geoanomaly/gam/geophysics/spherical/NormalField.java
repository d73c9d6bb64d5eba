package org.geoanomaly.gam.geophysics.spherical;

import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;

/**
 * The reference body: its surface, from which heights count, and its normal gravity field as a vector. The field of a level ellipsoid is
 * summed from its even zonal harmonics to degree 20, the first neglected one being 1e-28 of the whole; a sphere has the central term
 * alone and does not rotate. Immutable.
 */
public final class NormalField {
    private static final int HIGHEST = 20;

    private final String name;
    private final double gm;
    private final double a;
    private final double e2;
    private final double omega;
    private final double[] zonal;

    private NormalField(String name, double gm, double a, double e2, double omega, double[] zonal) {
        this.name = name;
        this.gm = gm;
        this.a = a;
        this.e2 = e2;
        this.omega = omega;
        this.zonal = zonal;
    }

    public static NormalField of(Ellipsoid ellipsoid) {
        double[] zonal = new double[HIGHEST + 1];
        zonal[0] = 1.0;
        for (int n = 2; n <= HIGHEST; n += 2) {
            zonal[n] = -ellipsoid.evenZonal(n / 2);
        }
        return new NormalField(
                ellipsoid.name(),
                ellipsoid.gm(),
                ellipsoid.semimajorAxis(),
                ellipsoid.eccentricitySquared(),
                ellipsoid.angularVelocity(),
                zonal);
    }

    /** A sphere that does not rotate, for bodies without an agreed level ellipsoid. */
    public static NormalField sphere(double gm, double radius) {
        return new NormalField("sphere", gm, radius, 0.0, 0.0, new double[] {1.0});
    }

    public String name() {
        return name;
    }

    public double gm() {
        return gm;
    }

    /** Equatorial radius, m. */
    public double semimajorAxis() {
        return a;
    }

    /** First eccentricity squared. */
    public double eccentricitySquared() {
        return e2;
    }

    /** rad/s. */
    public double angularVelocity() {
        return omega;
    }

    /**
     * What is left of a model's potential after the normal gravitational potential, as coefficients of the model's own GM and R: C̄ₙ₀ −
     * (GM₀/GM)(a/R)ⁿ C̄ₙ₀(normal). The degree-0 term is kept: it is the difference of the two GM (Barthelmes 2013, STR 09/02 revised,
     * section 4.1).
     */
    public SolidHarmonics subtractFrom(SolidHarmonics potential) {
        HarmonicCoefficients c = potential.coefficients();
        HarmonicCoefficients out = c.scaled(c.maxDegree(), n -> 1.0);
        double modelGm = potential.scale() * potential.radius();
        double power = gm / modelGm;
        double ratio = a / potential.radius();
        for (int n = 0; n < zonal.length && n <= c.maxDegree(); n++) {
            out.add(n, 0, -power * zonal[n] / Math.sqrt(2.0 * n + 1.0), 0.0);
            power *= ratio;
        }
        return new SolidHarmonics(potential.scale(), potential.radius(), out);
    }

    /** Fills the normal potential and gravity vector of a point whose position is set. */
    void fill(LocalPoint at) {
        double t = at.sinGeocentric;
        double q = a / at.radius;
        double p1 = t;
        double p0 = 1.0;
        double d1 = 1.0;
        double d0 = 0.0;
        double potential = zonal[0];
        double radial = zonal[0];
        double north = 0.0;
        double power = q;
        for (int n = 1; n < zonal.length; n++) {
            double term = zonal[n] * power;
            potential += term * p1;
            radial += (n + 1.0) * term * p1;
            north += term * d1;
            double p2 = ((2.0 * n + 1.0) * t * p1 - n * p0) / (n + 1.0);
            double d2 = d0 + (2.0 * n + 1.0) * p1;
            p0 = p1;
            p1 = p2;
            d0 = d1;
            d1 = d2;
            power *= q;
        }
        double central = gm / at.radius;
        double gr = -central / at.radius * radial;
        double gn = central / at.radius * north * at.cosGeocentric;
        double gp = gr * at.cosGeocentric - gn * t + omega * omega * at.axisDistance;
        double gz = gr * t + gn * at.cosGeocentric;
        at.normalNorth = -at.sinLatitude * gp + at.cosLatitude * gz;
        at.normalUp = at.cosLatitude * gp + at.sinLatitude * gz;
        at.normalGravity = Math.sqrt(at.normalNorth * at.normalNorth + at.normalUp * at.normalUp);
        at.normalPotential = central * potential + 0.5 * omega * omega * at.axisDistance * at.axisDistance;
    }
}
