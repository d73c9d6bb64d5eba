package org.geoanomaly.gam.geophysics.spherical;

/**
 * ζ of a point that is known by its height H above the geoid. Up to 10 km this is the expansion from the ellipsoid by which the ICGEM service finds
 * the evaluation height h = H + ζ, first order in H: ζ = (Tₑ + H ∂T/∂r|ₑ)/γₑ, all taken on the ellipsoid (cf. Barthelmes 2013, STR 09/02
 * revised, section 5.1). With it, and with heights along the geocentric radius ({@link EvaluationHeights}), the service's gravity anomalies of
 * EGM96 over Poland are met within 1.2e-4 mGal at heights up to 2,102 m; with the rigorous ζ and heights along the normal the
 * difference is up to 0.012 mGal there.
 *
 * <p>Further away, where no topography is and the expansion fails, ζ γ(H) = T(H + ζ) ≈ T(H) + ζ ∂T/∂r at the point itself, which is within ζ² T″/2γ,
 * some micrometres, of the iterated solution.
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
    static GroundHeightAnomaly of(SolidHarmonics disturbing, EvaluationHeights heights) {
        return new GroundHeightAnomaly(disturbing, !heights.exceed(TOPOGRAPHY));
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
