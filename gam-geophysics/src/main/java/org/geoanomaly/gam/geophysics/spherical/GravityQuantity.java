package org.geoanomaly.gam.geophysics.spherical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Functionals of a gravity model, named as the ICGEM service names them and defined as in Barthelmes (2013), "Definition of functionals of the
 * geopotential", STR 09/02 revised. W is gravity potential (with centrifugal part), U the normal one, V gravitational alone, T = W − U, γ =
 * |∇U|, h ellipsoidal height, H height above the geoid, ζ = T/γ(h − ζ).
 */
public enum GravityQuantity {
    /** |∇W| − |∇U| at one point: exact, no spherical approximation. */
    GRAVITY_DISTURBANCE(Unit.MILLIGAL, false, List.of()),
    /** −∂T/∂r. */
    GRAVITY_DISTURBANCE_SA(Unit.MILLIGAL, false, List.of()),
    /** Molodensky: |∇W(h)| − |∇U(h − ζ)|, h = H + ζ; from heights above the geoid exactly as the service computes it. */
    GRAVITY_ANOMALY(Unit.MILLIGAL, true, List.of("gravity_anomaly_molodensky")),
    /** Classical, on the geoid: |∇W(h = N)| − |∇U(h = 0)|, the potential continued downwards as it stands. */
    GRAVITY_ANOMALY_CL(Unit.MILLIGAL, true, List.of("gravity_anomaly_classical")),
    /** −∂T/∂r − 2T/r. */
    GRAVITY_ANOMALY_SA(Unit.MILLIGAL, false, List.of()),
    /** |∇W|. */
    GRAVITY(Unit.MILLIGAL, false, List.of("gravity_ell", "gravity_earth")),
    /** |∇V|: no centrifugal part. */
    GRAVITATION(Unit.MILLIGAL, false, List.of("gravitation_ell")),
    /** V, without the centrifugal part, as the service computes its {@code potential_ell}. */
    POTENTIAL(Unit.SQUARE_METRE_PER_SECOND_SQUARED, false, List.of("potential_ell", "gravitational_potential")),
    /** W, with the centrifugal part. */
    GRAVITY_POTENTIAL(Unit.SQUARE_METRE_PER_SECOND_SQUARED, false, List.of()),
    /** T. */
    DISTURBING_POTENTIAL(Unit.SQUARE_METRE_PER_SECOND_SQUARED, false, List.of()),
    /** N = T/γ on the ellipsoid − 2πGρH²/γ; the second term needs a topography. */
    GEOID(Unit.METRE, false, List.of("geoid_height", "geoid_undulation")),
    /** ζ = T(h)/γ(h − ζ), h = H + ζ. */
    HEIGHT_ANOMALY(Unit.METRE, true, List.of()),
    /** T(h)/γ(h) at the given ellipsoidal height: the pseudo height anomaly. */
    HEIGHT_ANOMALY_ELL(Unit.METRE, false, List.of()),
    /** ∂²T/∂r². */
    SECOND_R_DERIVATIVE(Unit.EOTVOS, false, List.of());

    private final Unit unit;
    private final boolean aboveGeoid;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> aliases;

    GravityQuantity(Unit unit, boolean aboveGeoid, List<String> aliases) {
        this.unit = unit;
        this.aboveGeoid = aboveGeoid;
        this.aliases = aliases;
    }

    public Unit unit() {
        return unit;
    }

    /** The name on the command line and in files, such as {@code gravity_disturbance}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether heights count from the geoid unless the user says otherwise: the anomalies refer to the Earth's surface. */
    public boolean aboveGeoid() {
        return aboveGeoid;
    }

    /** Finds a quantity by its name or a usual other one; empty if there is none. */
    public static Optional<GravityQuantity> parse(String text) {
        String wanted = text.trim().toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(q -> q.id().equals(wanted) || q.aliases.contains(wanted))
                .findFirst();
    }
}
