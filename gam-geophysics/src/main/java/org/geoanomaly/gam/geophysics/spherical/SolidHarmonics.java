package org.geoanomaly.gam.geophysics.spherical;

/**
 * A harmonic function outside a sphere, V = scale Σₙ (R/r)ⁿ⁺¹ Σₘ P̄ₙₘ(sin φ′) (C̄ₙₘ cos mλ + S̄ₙₘ sin mλ). For a gravity model scale is GM/R
 * and V the gravitational potential in m²/s²; for a magnetic model scale is R and V the scalar potential in nT·m.
 *
 * @param scale factor in front of the sum
 * @param radius reference radius R, m
 * @param coefficients fully normalised
 */
public record SolidHarmonics(double scale, double radius, HarmonicCoefficients coefficients) {
    public SolidHarmonics {
        if (!(radius > 0) || !Double.isFinite(radius) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("impossible reference radius " + radius + " or scale " + scale);
        }
    }

    /**
     * ∂V/∂x, ∂V/∂y, ∂V/∂z along the Earth-fixed axes (x to λ = 0 on the equator, z to the north pole), each again a solid harmonic series,
     * one degree higher. No derivative of a Legendre function is involved, so the gradient is regular at the poles (Cunningham 1970, eq.
     * 5 to 9, as in Montenbruck and Gill 2000, eq. 3.33, here for full normalisation).
     */
    public SolidHarmonics[] gradient() {
        int top = coefficients.maxDegree();
        HarmonicCoefficients x = new HarmonicCoefficients(top + 1);
        HarmonicCoefficients y = new HarmonicCoefficients(top + 1);
        HarmonicCoefficients z = new HarmonicCoefficients(top + 1);
        for (int m = 0; m <= top; m++) {
            for (int n = m; n <= top; n++) {
                double c = coefficients.cosine(n, m);
                double s = coefficients.sine(n, m);
                if (c != 0.0 || s != 0.0) {
                    differentiate(n, m, c, s, x, y, z);
                }
            }
        }
        double slope = scale / radius;
        return new SolidHarmonics[] {
            new SolidHarmonics(slope, radius, x),
            new SolidHarmonics(slope, radius, y),
            new SolidHarmonics(slope, radius, z)
        };
    }

    private static void differentiate(
            int n, int m, double c, double s, HarmonicCoefficients x, HarmonicCoefficients y, HarmonicCoefficients z) {
        double ratio = (2.0 * n + 1.0) / (2.0 * n + 3.0);
        double along = Math.sqrt(ratio * (n - m + 1.0) * (n + m + 1.0));
        z.add(n + 1, m, -along * c, -along * s);
        double up = Math.sqrt(ratio * (n + m + 1.0) * (n + m + 2.0) * (m == 0 ? 0.5 : 1.0));
        double half = m == 0 ? up : 0.5 * up;
        x.add(n + 1, m + 1, -half * c, -half * s);
        y.add(n + 1, m + 1, half * s, -half * c);
        if (m > 0) {
            double down = 0.5 * Math.sqrt(ratio * (n - m + 1.0) * (n - m + 2.0) * (m == 1 ? 2.0 : 1.0));
            x.add(n + 1, m - 1, down * c, down * s);
            y.add(n + 1, m - 1, down * s, -down * c);
        }
    }

    /** This series cut or zero-padded to a degree. */
    SolidHarmonics toDegree(int degree) {
        return degree == coefficients.maxDegree()
                ? this
                : new SolidHarmonics(scale, radius, coefficients.scaled(degree, n -> 1.0));
    }
}
