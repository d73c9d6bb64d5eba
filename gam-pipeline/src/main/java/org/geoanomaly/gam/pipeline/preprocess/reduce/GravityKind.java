package org.geoanomaly.gam.pipeline.preprocess.reduce;

import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.jspecify.annotations.Nullable;

/** How far gravity values have been reduced already. */
public enum GravityKind {
    /** Gravity itself. */
    GRAVITY,
    /** Normal gravity at the height of the reading has been taken off: anomalies and disturbances. */
    FREE_AIR,
    /** The attraction of the terrain has been taken off too. */
    BOUGUER,
    /** An anomaly of another kind, which is used as it is. */
    OTHER,
    /** Nobody says. */
    UNKNOWN;

    private static final Set<String> WHOLE =
            Set.of("gravity", "gravity_ell", "gravity_earth", "gravity_sa", "observed_gravity", "absolute_gravity");

    /**
     * The kind of a quantity by its name.
     *
     * @throws PreprocessingException for gravitation, to which no normal gravity fits
     */
    public static GravityKind of(String quantity) {
        String name = name(quantity);
        if (WHOLE.contains(name)) {
            return GRAVITY;
        }
        if (name.startsWith("gravitation")) {
            throw new PreprocessingException(
                    "the gravity values are '" + quantity
                            + "', which lacks the centrifugal acceleration, so no normal gravity fits it",
                    "use gravity, gravity_disturbance or gravity_anomaly of the same model",
                    null);
        }
        if (name.contains("bouguer")) {
            return BOUGUER;
        }
        if (name.contains("isostatic") || name.contains("residual") || name.equals("gz")) {
            return OTHER;
        }
        boolean reduced = name.contains("free_air") || name.contains("disturbance") || name.contains("anomaly");
        return reduced ? FREE_AIR : UNKNOWN;
    }

    /** Whether values of this kind are gravity itself; null if nobody says. */
    public @Nullable Boolean whole() {
        return this == UNKNOWN ? null : this == GRAVITY;
    }

    static String name(String quantity) {
        return quantity.trim().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
