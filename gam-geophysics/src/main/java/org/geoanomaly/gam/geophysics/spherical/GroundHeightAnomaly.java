package org.geoanomaly.gam.geophysics.spherical;

/**
 * ζ of a point that is known by its height H above the geoid, not by its ellipsoidal one: ζ γ(H) = T(H + ζ) ≈ T(H) + ζ ∂T/∂r, which is within ζ²
 * T″/2γ, some micrometres, of the iterated solution.
 *
 * <p>For gravity anomalies it follows the ICGEM service instead, up to 10 km. The service finds the evaluation height h = H + ζ to first order in H
 * from the ellipsoid, ζ = (Tₑ + H ∂T/∂r|ₑ)/γₑ, and puts the point at r = rₑ + h and the geocentric latitude of its foot point, which is up
 * to 0.0034 h off the normal, 7 m at 2 km; normal gravity is taken at r = rₑ + H likewise. None of this is published (Barthelmes 2013, STR
 * 09/02 revised, defines the functional alone); it was found from the residuals of the service's own anomalies of EGM96 over Poland, heights
 * up to 2,102 m, which are met within 1.2e-4 mGal. With the rigorous ζ and heights along the normal the difference is up to 0.012 mGal.
 */
final class GroundHeightAnomaly implements Functional {
    /** Beyond all topography of the Earth, m. */
    private static final double TOPOGRAPHY = 10_000.0;

    private final SolidHarmonics[] fields;
    private final boolean expanded;

    private GroundHeightAnomaly(SolidHarmonics disturbing, boolean expanded) {
        HarmonicCoefficients c = disturbing.coefficients();
        this.fields = new SolidHarmonics[] {
            disturbing,
            new SolidHarmonics(disturbing.scale(), disturbing.radius(), c.scaled(c.maxDegree(), n -> n + 1.0))
        };
        this.expanded = expanded;
    }

    /** What finds ζ at given heights above the geoid; it is to be evaluated at the heights of {@link #at}. */
    static GroundHeightAnomaly of(SolidHarmonics disturbing, GravityQuantity quantity, EvaluationHeights heights) {
        boolean asService =
                quantity == GravityQuantity.GRAVITY_ANOMALY || quantity == GravityQuantity.GRAVITY_ANOMALY_CL;
        return new GroundHeightAnomaly(disturbing, asService && !heights.exceed(TOPOGRAPHY));
    }

    EvaluationHeights at(EvaluationHeights heights) {
        return expanded ? heights.feet() : heights.levelled();
    }

    @Override
    public SolidHarmonics[] fields() {
        return fields;
    }

    @Override
    public double value(double[] f, LocalPoint at) {
        double downward = f[1] / at.radius;
        return expanded ? (f[0] - at.ground * downward) / at.normalGravity : f[0] / (at.normalGravity + downward);
    }
}
