package org.geoanomaly.gam.geophysics.inversion;

/** Limits of the property in every cell; infinite where there is none. */
public record Bounds(double lower, double upper) {
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    public static final Bounds POSITIVE = new Bounds(0.0, Double.POSITIVE_INFINITY);

    public Bounds {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("the lower bound must lie below the upper: " + lower + ", " + upper);
        }
    }

    public boolean none() {
        return equals(NONE);
    }
}
