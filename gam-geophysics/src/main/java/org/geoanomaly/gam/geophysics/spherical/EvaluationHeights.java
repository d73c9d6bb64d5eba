package org.geoanomaly.gam.geophysics.spherical;

import org.jspecify.annotations.Nullable;

/**
 * At which heights a quantity is wanted: one height for all points, or a surface with a height for each. Heights above the geoid are made
 * ellipsoidal with the model's own height anomaly, h = H + ζ, as the ICGEM service does.
 */
public final class EvaluationHeights {
    /** What a height counts from. */
    public enum Reference {
        ELLIPSOID,
        GEOID
    }

    private final double constant;
    private final double @Nullable [] surface;
    private final @Nullable EvaluationHeights ground;
    private final Reference reference;

    private EvaluationHeights(
            double constant, double @Nullable [] surface, @Nullable EvaluationHeights ground, Reference reference) {
        this.constant = constant;
        this.surface = surface;
        this.ground = ground;
        this.reference = reference;
    }

    public static EvaluationHeights constant(double metres, Reference reference) {
        if (!Double.isFinite(metres)) {
            throw new IllegalArgumentException("height " + metres + " is not a number");
        }
        return new EvaluationHeights(metres, null, null, reference);
    }

    /**
     * A surface, one height for each point in the points' order; NaN makes the result NaN.
     *
     * @param metres shared, not copied
     */
    public static EvaluationHeights surface(double[] metres, Reference reference) {
        return new EvaluationHeights(Double.NaN, metres, null, reference);
    }

    public Reference reference() {
        return reference;
    }

    public boolean isConstant() {
        return surface == null;
    }

    /** The height of one point. */
    public double at(int index) {
        return surface == null ? constant : surface[index];
    }

    /** The same heights taken as ellipsoidal ones. */
    EvaluationHeights asEllipsoidal() {
        return new EvaluationHeights(constant, surface, null, Reference.ELLIPSOID);
    }

    /** Ellipsoidal heights H + ζ that remember H; the array of anomalies is reused. */
    EvaluationHeights raised(double[] anomalies) {
        for (int i = 0; i < anomalies.length; i++) {
            anomalies[i] += at(i);
        }
        return new EvaluationHeights(Double.NaN, anomalies, this, Reference.ELLIPSOID);
    }

    /** The height above the geoid from which a point was raised, or NaN if its ellipsoidal height was given. */
    double groundAt(int index) {
        return ground == null ? Double.NaN : ground.at(index);
    }

    /** How many heights there are, or −1 for one that holds everywhere. */
    int size() {
        return surface == null ? -1 : surface.length;
    }
}
