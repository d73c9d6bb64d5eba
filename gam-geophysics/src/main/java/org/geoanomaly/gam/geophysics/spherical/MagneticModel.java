package org.geoanomaly.gam.geophysics.spherical;

/**
 * A magnetic potential model at one epoch, V = R Σ (R/r)ⁿ⁺¹ Σ Pₙₘ (gₙₘ cos mλ + hₙₘ sin mλ), B = −∇V.
 *
 * @param name for metadata
 * @param epoch decimal year the coefficients stand for
 * @param potential scale R, in nT·m
 */
public record MagneticModel(String name, double epoch, SolidHarmonics potential) {
    /** The reference radius of nearly all magnetic models, m. */
    public static final double RADIUS = 6_371_200.0;

    /**
     * A model from its coefficients as magnetic files give them.
     *
     * @param schmidt gₙₘ as cosine and hₙₘ as sine coefficients, Schmidt semi-normalised, nT
     */
    public static MagneticModel ofSchmidt(String name, double epoch, double radius, HarmonicCoefficients schmidt) {
        HarmonicCoefficients full = schmidt.scaled(schmidt.maxDegree(), HarmonicCoefficients::fromSchmidt);
        return new MagneticModel(name, epoch, new SolidHarmonics(radius, radius, full));
    }

    public int maxDegree() {
        return potential.coefficients().maxDegree();
    }

    /** The scalar potential of a range of degrees. */
    SolidHarmonics banded(int low, int high) {
        return new SolidHarmonics(
                potential.scale(), potential.radius(), potential.coefficients().band(low, high));
    }
}
