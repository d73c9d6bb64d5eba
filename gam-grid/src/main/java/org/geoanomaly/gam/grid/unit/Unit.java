package org.geoanomaly.gam.grid.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.UnitMismatchException;

/** Units at the program's edges. Each has a dimension and a factor to that dimension's SI unit. */
public enum Unit {
    NANOTESLA("nT", Dimension.MAGNETIC_FLUX_DENSITY, 1e-9, "nt", "nanotesla", "gamma", "nteslas"),
    TESLA("T", Dimension.MAGNETIC_FLUX_DENSITY, 1, "tesla"),
    MILLIGAL("mGal", Dimension.ACCELERATION, 1e-5, "mgal", "milligal", "milligals"),
    MICROMETRE_PER_SECOND_SQUARED("µm/s²", Dimension.ACCELERATION, 1e-6, "um/s2", "um s-2", "µm/s2", "gu", "um/s^2"),
    METRE_PER_SECOND_SQUARED("m/s²", Dimension.ACCELERATION, 1, "m/s2", "m/s**2", "m s-2", "m/s^2"),
    EOTVOS("E", Dimension.GRADIENT, 1e-9, "eotvos", "eötvös", "eu"),
    METRE("m", Dimension.LENGTH, 1, "metre", "meter", "meters", "metres"),
    KILOMETRE("km", Dimension.LENGTH, 1000, "kilometre", "kilometer"),
    SQUARE_METRE_PER_SECOND_SQUARED("m²/s²", Dimension.POTENTIAL, 1, "m2/s2", "m**2/s**2", "m2 s-2", "m^2/s^2"),
    KILOGRAM_PER_CUBIC_METRE("kg/m³", Dimension.DENSITY, 1, "kg/m3", "kg m-3", "kg/m^3"),
    SUSCEPTIBILITY("SI", Dimension.SUSCEPTIBILITY, 1, "si"),
    KILOMETRE_PER_SECOND("km/s", Dimension.VELOCITY, 1000, "km s-1"),
    MILLIMETRE_PER_YEAR("mm/yr", Dimension.VELOCITY, 1e-3 / 31_557_600.0, "mm/year", "mm/a"),
    SECOND("s", Dimension.TIME, 1, "second", "seconds", "sec"),
    MILLISECOND("ms", Dimension.TIME, 1e-3, "millisecond", "milliseconds", "msec"),
    RADIAN("rad", Dimension.ANGLE, 1, "radian", "radians"),
    DIMENSIONLESS("unitless", Dimension.NONE, 1, "1", "", "-", "z", "dimensionless");

    /** What a unit measures; only units of one dimension convert into each other. */
    public enum Dimension {
        MAGNETIC_FLUX_DENSITY,
        ACCELERATION,
        GRADIENT,
        LENGTH,
        POTENTIAL,
        DENSITY,
        SUSCEPTIBILITY,
        VELOCITY,
        ANGLE,
        TIME,
        NONE
    }

    private final String symbol;
    private final Dimension dimension;
    private final double siFactor;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> aliases;

    Unit(String symbol, Dimension dimension, double siFactor, String... aliases) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.siFactor = siFactor;
        this.aliases = List.of(aliases);
    }

    /** The symbol written to files, such as {@code mGal}. */
    public String symbol() {
        return symbol;
    }

    public Dimension dimension() {
        return dimension;
    }

    /**
     * The factor f with {@code value_in_target = f * value_in_this}.
     *
     * @throws UnitMismatchException if the two measure different things
     */
    public double factorTo(Unit target) {
        if (dimension != target.dimension) {
            throw new UnitMismatchException("cannot convert " + symbol + " to " + target.symbol + ": one is a "
                    + words(dimension) + ", the other a " + words(target.dimension));
        }
        return this == target ? 1.0 : siFactor / target.siFactor;
    }

    /** Finds a unit by its symbol or a usual spelling, whatever the case; empty if unknown. */
    public static Optional<Unit> parse(String text) {
        String trimmed = text.trim();
        Optional<Unit> exact =
                Arrays.stream(values()).filter(u -> u.symbol.equals(trimmed)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        String lower = trimmed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(u -> u.aliases.contains(lower)).findFirst();
    }

    private static String words(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
