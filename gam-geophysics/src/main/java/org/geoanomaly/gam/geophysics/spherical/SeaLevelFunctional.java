package org.geoanomaly.gam.geophysics.spherical;

/**
 * The gravity anomaly or the height anomaly on the geoid, H = 0, from one synthesis on the ellipsoid instead of a second one at the many heights
 * h = ζ: T and its gradient are continued by ζ along the radius with their radial derivatives, to second order. What is left out is of
 * relative size x³/6 with x = n ζ/R: for ζ = 100 m and degree 2190 it is 7e-6 of the highest degrees, 1e-4 mGal; the second derivative of the
 * gradient is taken as radial, which is as small. ζ along the radius instead of the normal differs by less than 0.1 mm.
 */
final class SeaLevelFunctional implements Functional {
    private static final double TO_MILLIGAL = 1e5;

    private final boolean anomaly;
    private final SolidHarmonics[] fields;

    private SeaLevelFunctional(boolean anomaly, SolidHarmonics[] fields) {
        this.anomaly = anomaly;
        this.fields = fields;
    }

    /** Molodensky's anomaly in mGal. */
    static SeaLevelFunctional gravityAnomaly(SolidHarmonics disturbing) {
        SolidHarmonics[] g = disturbing.gradient();
        return new SeaLevelFunctional(true, new SolidHarmonics[] {
            disturbing,
            g[0],
            g[1],
            g[2],
            derivative(g[0], 1),
            derivative(g[1], 1),
            derivative(g[2], 1),
            derivative(disturbing, 3)
        });
    }

    /** ζ in m. */
    static SeaLevelFunctional heightAnomaly(SolidHarmonics disturbing) {
        return new SeaLevelFunctional(
                false, new SolidHarmonics[] {disturbing, derivative(disturbing, 1), derivative(disturbing, 2)});
    }

    /** A radial derivative times a power of r as high as its order. */
    private static SolidHarmonics derivative(SolidHarmonics field, int order) {
        HarmonicCoefficients c = field.coefficients();
        return new SolidHarmonics(field.scale(), field.radius(), c.scaled(c.maxDegree(), n -> {
            double factor = 1.0;
            for (int k = 1; k <= order; k++) {
                factor *= -(n + k);
            }
            return factor;
        }));
    }

    @Override
    public SolidHarmonics[] fields() {
        return fields;
    }

    @Override
    public double value(double[] f, LocalPoint at) {
        double geoid = at.normalGravity;
        double zeta = f[0] / geoid;
        double x = zeta / at.radius;
        if (!anomaly) {
            return (f[0] + x * (f[1] + 0.5 * x * f[2])) / geoid;
        }
        double bend = 0.5 * x * x * f[7] / at.radius;
        double outward = bend * at.cosGeocentric;
        f[0] = f[1] + x * f[4] + outward * at.cosLongitude;
        f[1] = f[2] + x * f[5] + outward * at.sinLongitude;
        f[2] = f[3] + x * f[6] + bend * at.sinGeocentric;
        at.lift(zeta);
        return TO_MILLIGAL * (GravityFunctional.disturbance(f, at) + at.normalGravity - geoid);
    }
}
