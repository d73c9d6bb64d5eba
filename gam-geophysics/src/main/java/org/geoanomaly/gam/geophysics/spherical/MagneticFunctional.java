package org.geoanomaly.gam.geophysics.spherical;

import org.jspecify.annotations.Nullable;

/** Evaluates one {@link MagneticQuantity}. */
final class MagneticFunctional implements Functional {
    private final MagneticQuantity quantity;
    private final SolidHarmonics[] fields;

    /**
     * @param potential of the degrees wanted
     * @param main the main field whose direction a total-field anomaly is taken along; needed for that quantity alone
     */
    MagneticFunctional(MagneticQuantity quantity, SolidHarmonics potential, @Nullable MagneticModel main) {
        this.quantity = quantity;
        SolidHarmonics[] gradient = potential.gradient();
        if (quantity == MagneticQuantity.TMI) {
            if (main == null) {
                throw new IllegalArgumentException("a total-field anomaly needs a main field");
            }
            SolidHarmonics[] direction = main.potential().gradient();
            this.fields = new SolidHarmonics[] {
                gradient[0], gradient[1], gradient[2], direction[0], direction[1], direction[2]
            };
        } else {
            this.fields = gradient;
        }
    }

    @Override
    public SolidHarmonics[] fields() {
        return fields;
    }

    @Override
    public double value(double[] f, LocalPoint at) {
        return switch (quantity) {
            case BE -> -at.east(f[0], f[1]);
            case BN -> -at.north(f[0], f[1], f[2]);
            case BU -> -at.up(f[0], f[1], f[2]);
            case BD -> at.up(f[0], f[1], f[2]);
            case BH -> Math.hypot(at.east(f[0], f[1]), at.north(f[0], f[1], f[2]));
            case INTENSITY -> magnitude(f[0], f[1], f[2]);
            // both vectors are gradients, so their signs cancel
            case TMI -> (f[0] * f[3] + f[1] * f[4] + f[2] * f[5]) / magnitude(f[3], f[4], f[5]);
        };
    }

    private static double magnitude(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
