package org.geoanomaly.gam.pipeline.preprocess.reduce;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far magnetic values have been reduced already. */
public enum MagneticKind {
    /** Total intensity. */
    TOTAL_FIELD,
    /** The main field has been taken off. */
    ANOMALY,
    /** An anomaly as it would be at the pole. */
    AT_POLE,
    /** Nobody says. */
    UNKNOWN;

    private static final Set<String> WHOLE = Set.of(
            "total_field",
            "total_intensity",
            "total_field_intensity",
            "total_magnetic_intensity",
            "total_magnetic_field",
            "magnetic_field",
            "f");

    /** The kind of a quantity by its name. */
    public static MagneticKind of(String quantity) {
        String name = GravityKind.name(quantity);
        if (WHOLE.contains(name)) {
            return TOTAL_FIELD;
        }
        if (name.contains("pole") || name.equals("rtp")) {
            return AT_POLE;
        }
        return name.contains("anomaly") || name.equals("tmi") ? ANOMALY : UNKNOWN;
    }

    /** Whether values of this kind are the field itself; null if nobody says. */
    public @Nullable Boolean whole() {
        return this == UNKNOWN ? null : this == TOTAL_FIELD;
    }
}
