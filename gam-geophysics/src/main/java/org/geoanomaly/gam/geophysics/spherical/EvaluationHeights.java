package org.geoanomaly.gam.geophysics.spherical;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * At which heights a quantity is wanted: one height for all points, or a surface with a height for each. They are taken along the ellipsoid's
 * normal. Heights H above the geoid are made ellipsoidal with the model's own height anomaly, h = H + ζ ({@link GroundHeightAnomaly}).
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
    private final boolean radial;

    private EvaluationHeights(
            double constant,
            double @Nullable [] surface,
            @Nullable EvaluationHeights ground,
            Reference reference,
            boolean radial) {
        this.constant = constant;
        this.surface = surface;
        this.ground = ground;
        this.reference = reference;
        this.radial = radial;
    }

    public static EvaluationHeights constant(double metres, Reference reference) {
        if (!Double.isFinite(metres)) {
            throw new IllegalArgumentException("height " + metres + " is not a number");
        }
        return new EvaluationHeights(metres, null, null, reference, false);
    }

    /**
     * A surface, one height for each point in the points' order; NaN makes the result NaN.
     *
     * @param metres shared, not copied
     */
    public static EvaluationHeights surface(double[] metres, Reference reference) {
        return new EvaluationHeights(Double.NaN, metres, null, reference, false);
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

    /** The foot points on the ellipsoid of heights above the geoid, which they remember; what is raised from them is raised along the radius. */
    EvaluationHeights feet() {
        return new EvaluationHeights(0.0, null, this, Reference.ELLIPSOID, true);
    }

    /** The points themselves, as if the geoid were the ellipsoid; they remember their heights. */
    EvaluationHeights levelled() {
        return new EvaluationHeights(constant, surface, this, Reference.ELLIPSOID, false);
    }

    /** Whether any height is further than a distance from the geoid. */
    boolean exceed(double metres) {
        if (surface == null) {
            return Math.abs(constant) > metres;
        }
        for (double h : surface) {
            if (Math.abs(h) > metres) {
                return true;
            }
        }
        return false;
    }

    /** Whether these were raised from heights above the geoid. */
    boolean grounded() {
        return ground != null;
    }

    /** A point that measures heights the way these do. */
    LocalPoint locator(NormalField normal) {
        return new LocalPoint(normal, radial);
    }

    /**
     * Of feet or levelled points: the ellipsoidal heights H + ζ, which remember H.
     *
     * @param anomalies ζ; the array is reused
     */
    EvaluationHeights raised(double[] anomalies) {
        EvaluationHeights above = Objects.requireNonNull(ground);
        for (int i = 0; i < anomalies.length; i++) {
            anomalies[i] += above.at(i);
        }
        return new EvaluationHeights(Double.NaN, anomalies, above, Reference.ELLIPSOID, radial);
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
