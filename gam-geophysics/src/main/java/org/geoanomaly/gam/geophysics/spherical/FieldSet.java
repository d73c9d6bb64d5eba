package org.geoanomaly.gam.geophysics.spherical;

/** Brings the fields of one synthesis to a common degree and reference radius, as the shared recursion needs them. */
final class FieldSet {
    private FieldSet() {}

    static SolidHarmonics[] aligned(SolidHarmonics[] fields) {
        SolidHarmonics[] out = fields.clone();
        int degree = 0;
        for (SolidHarmonics field : out) {
            degree = Math.max(degree, field.coefficients().maxDegree());
        }
        double radius = out[0].radius();
        for (int f = 0; f < out.length; f++) {
            out[f] = onRadius(out[f], radius).toDegree(degree);
        }
        return out;
    }

    /** The same function written with another reference radius. */
    private static SolidHarmonics onRadius(SolidHarmonics field, double radius) {
        if (field.radius() == radius) {
            return field;
        }
        double ratio = field.radius() / radius;
        HarmonicCoefficients c = field.coefficients();
        return new SolidHarmonics(field.scale() * ratio, radius, c.scaled(c.maxDegree(), n -> Math.pow(ratio, n)));
    }
}
