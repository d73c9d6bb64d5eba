package org.geoanomaly.gam.geophysics.spherical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Functionals of a magnetic model in nT, in the local geodetic frame. */
public enum MagneticQuantity {
    /** East component. */
    BE(List.of("y", "b_e", "east")),
    /** North component, along the geodetic meridian. */
    BN(List.of("x", "b_n", "north")),
    /** Component along the outer ellipsoid normal; the geomagnetic Z is its negative. */
    BU(List.of("b_u", "up")),
    /** Geomagnetic Z: positive down. */
    BD(List.of("z", "b_d", "down")),
    /** Horizontal intensity. */
    BH(List.of("h", "horizontal_intensity")),
    /** Magnitude |B|. */
    INTENSITY(List.of("f", "b", "magnitude", "total_intensity")),
    /** Total-field anomaly: the projection of B on the main field's direction. */
    TMI(List.of("total_field_anomaly", "tfa"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> aliases;

    MagneticQuantity(List<String> aliases) {
        this.aliases = aliases;
    }

    /** The name on the command line and in files, such as {@code tmi}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a quantity by its name or a usual other one; empty if there is none. */
    public static Optional<MagneticQuantity> parse(String text) {
        String wanted = text.trim().toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(q -> q.id().equals(wanted) || q.aliases.contains(wanted))
                .findFirst();
    }
}
