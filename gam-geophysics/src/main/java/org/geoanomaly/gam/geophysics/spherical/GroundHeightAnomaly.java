package org.geoanomaly.gam.geophysics.spherical;

/**
 * ζ at a point that is known by its height H above the geoid, not by its ellipsoidal one: ζ γ(H) = T(H + ζ) ≈ T(H) + ζ ∂T/∂r, which is within
 * ζ² T″/2γ, some micrometres, of the iterated solution.
 */
final class GroundHeightAnomaly implements Functional {
    private final SolidHarmonics[] fields;

    GroundHeightAnomaly(SolidHarmonics disturbing) {
        HarmonicCoefficients c = disturbing.coefficients();
        this.fields = new SolidHarmonics[] {
            disturbing,
            new SolidHarmonics(disturbing.scale(), disturbing.radius(), c.scaled(c.maxDegree(), n -> n + 1.0))
        };
    }

    @Override
    public SolidHarmonics[] fields() {
        return fields;
    }

    @Override
    public double value(double[] f, LocalPoint at) {
        return f[0] / (at.normalGravity + f[1] / at.radius);
    }
}
