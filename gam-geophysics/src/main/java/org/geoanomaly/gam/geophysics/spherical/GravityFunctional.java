package org.geoanomaly.gam.geophysics.spherical;

import java.util.function.IntToDoubleFunction;

/**
 * Evaluates one {@link GravityQuantity} of a model against a normal field. Differences of magnitudes are formed without cancellation: |γ + t| −
 * |γ| = (2γ·t + t²)/(|γ + t| + |γ|).
 */
final class GravityFunctional implements Functional {
    private static final double TO_MILLIGAL = 1e5;
    private static final double TO_EOTVOS = 1e9;
    /** G (CODATA 2018) times the conventional crustal density 2670 kg/m³ times 2π, s⁻². */
    private static final double BOUGUER = 2 * Math.PI * 6.67430e-11 * 2670.0;

    private final GravityQuantity quantity;
    private final SolidHarmonics[] fields;

    /**
     * @param low least degree of the model that is used
     * @param high largest degree that is used
     * @param grounded whether points come with their heights above the geoid, so that ζ need not be found
     */
    GravityFunctional(
            GravityQuantity quantity, GravityModel model, NormalField normal, int low, int high, boolean grounded) {
        this.quantity = quantity;
        SolidHarmonics disturbing = disturbing(model, normal, low, high);
        SolidHarmonics whole = banded(model.potential(), low, high);
        this.fields = switch (quantity) {
            case GRAVITY_DISTURBANCE -> disturbing.gradient();
            case GRAVITY_ANOMALY, GRAVITY_ANOMALY_CL ->
                grounded ? disturbing.gradient() : withPotential(disturbing.gradient(), disturbing);
            case GRAVITY_DISTURBANCE_SA -> byDegree(disturbing, n -> n + 1.0);
            case GRAVITY_ANOMALY_SA -> byDegree(disturbing, n -> n - 1.0);
            case SECOND_R_DERIVATIVE -> byDegree(disturbing, n -> (n + 1.0) * (n + 2.0));
            case GRAVITY, GRAVITATION -> whole.gradient();
            case POTENTIAL, GRAVITY_POTENTIAL -> new SolidHarmonics[] {whole};
            case DISTURBING_POTENTIAL, GEOID, HEIGHT_ANOMALY, HEIGHT_ANOMALY_ELL -> new SolidHarmonics[] {disturbing};
        };
    }

    static SolidHarmonics disturbing(GravityModel model, NormalField normal, int low, int high) {
        return banded(normal.subtractFrom(model.potential()), low, high);
    }

    private static SolidHarmonics banded(SolidHarmonics field, int low, int high) {
        return new SolidHarmonics(
                field.scale(), field.radius(), field.coefficients().band(low, high));
    }

    private static SolidHarmonics[] byDegree(SolidHarmonics field, IntToDoubleFunction factor) {
        HarmonicCoefficients c = field.coefficients();
        return new SolidHarmonics[] {new SolidHarmonics(field.scale(), field.radius(), c.scaled(c.maxDegree(), factor))
        };
    }

    private static SolidHarmonics[] withPotential(SolidHarmonics[] gradient, SolidHarmonics potential) {
        return new SolidHarmonics[] {gradient[0], gradient[1], gradient[2], potential};
    }

    @Override
    public SolidHarmonics[] fields() {
        return fields;
    }

    @Override
    public double value(double[] f, LocalPoint at) {
        return switch (quantity) {
            case GRAVITY_DISTURBANCE -> TO_MILLIGAL * disturbance(f, at);
            case GRAVITY_ANOMALY, GRAVITY_ANOMALY_CL -> TO_MILLIGAL * anomaly(f, at);
            case GRAVITY_DISTURBANCE_SA, GRAVITY_ANOMALY_SA -> TO_MILLIGAL * f[0] / at.radius;
            case SECOND_R_DERIVATIVE -> TO_EOTVOS * f[0] / (at.radius * at.radius);
            case GRAVITY -> TO_MILLIGAL * magnitude(f, at, at.normal().angularVelocity());
            case GRAVITATION -> TO_MILLIGAL * magnitude(f, at, 0.0);
            case GRAVITY_POTENTIAL -> f[0] + centrifugal(at);
            case POTENTIAL, DISTURBING_POTENTIAL -> f[0];
            case GEOID, HEIGHT_ANOMALY_ELL -> f[0] / at.normalGravity;
            case HEIGHT_ANOMALY -> heightAnomaly(f[0], at);
        };
    }

    /** |γ + t| − |γ| in m/s²; t are the first three of the values. */
    static double disturbance(double[] f, LocalPoint at) {
        double east = at.east(f[0], f[1]);
        double north = at.north(f[0], f[1], f[2]);
        double up = at.up(f[0], f[1], f[2]);
        double square = east * east + north * north + up * up;
        double mixed = 2.0 * (at.normalNorth * north + at.normalUp * up);
        double normal = at.normalGravity;
        return (mixed + square) / (Math.sqrt(normal * normal + mixed + square) + normal);
    }

    private static double anomaly(double[] f, LocalPoint at) {
        double telluroid = Double.isNaN(at.ground) ? at.height - heightAnomaly(f[3], at) : at.ground;
        return disturbance(f, at) + at.normalGravity - at.normalGravityAt(telluroid);
    }

    /** Bruns' formula with normal gravity at the telluroid. */
    private static double heightAnomaly(double disturbingPotential, LocalPoint at) {
        double telluroid = Double.isNaN(at.ground) ? at.height - disturbingPotential / at.normalGravity : at.ground;
        return disturbingPotential / at.normalGravityAt(telluroid);
    }

    private static double magnitude(double[] f, LocalPoint at, double angularVelocity) {
        double outward = angularVelocity * angularVelocity * at.axisDistance;
        double x = f[0] + outward * at.cosLongitude;
        double y = f[1] + outward * at.sinLongitude;
        return Math.sqrt(x * x + y * y + f[2] * f[2]);
    }

    private static double centrifugal(LocalPoint at) {
        double speed = at.normal().angularVelocity() * at.axisDistance;
        return 0.5 * speed * speed;
    }

    /** The topographic part of the geoid height over land, −2πGρH²/γ (Barthelmes 2013, eq. 113), m. */
    static double topographicGeoid(double height, double normalGravity) {
        return height > 0 ? -BOUGUER * height * height / normalGravity : 0.0;
    }
}
