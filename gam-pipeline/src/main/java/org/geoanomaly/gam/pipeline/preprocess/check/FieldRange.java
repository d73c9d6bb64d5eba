package org.geoanomaly.gam.pipeline.preprocess.check;

import java.util.List;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * What values of a field can be on Earth, in its usual unit.
 *
 * @param modality word of the configuration
 * @param usual unit
 * @param units in which such data come
 * @param foreign names of further units and their factor to the usual one, which are recognised but not read
 * @param whole the field itself
 * @param anomaly magnitudes of anomalies
 */
public record FieldRange(
        String modality, Unit usual, List<Unit> units, List<ForeignUnit> foreign, Whole whole, Anomaly anomaly) {
    /** Gravity falls by this with height, mGal per metre. */
    private static final double FALL = 0.3086;

    /** Gravity in mGal: 976,392 on Huascarán, 983,370 in the Arctic Ocean (Hirt et al. 2013). */
    public static final FieldRange GRAVITY = new FieldRange(
            "gravity",
            Unit.MILLIGAL,
            List.of(Unit.MILLIGAL, Unit.MICROMETRE_PER_SECOND_SQUARED, Unit.METRE_PER_SECOND_SQUARED),
            List.of(new ForeignUnit("Gal", 1000)),
            new Whole("gravity", 976_000, 985_000, FALL),
            new Anomaly("gravity_anomaly", 0.005, 1000));

    /** The magnetic field in nT: 22,000 in the South Atlantic, 67,000 south of Australia (IGRF-14). */
    public static final FieldRange MAGNETIC = new FieldRange(
            "magnetic",
            Unit.NANOTESLA,
            List.of(Unit.NANOTESLA, Unit.TESLA),
            List.of(new ForeignUnit("µT", 1000)),
            new Whole("total_field", 20_000, 70_000, 0),
            new Anomaly("total_field_anomaly", 0.001, 50_000));

    public FieldRange {
        units = List.copyOf(units);
        foreign = List.copyOf(foreign);
    }

    /**
     * A unit that is recognised but not read.
     *
     * @param factor to the usual unit
     */
    public record ForeignUnit(String name, double factor) {}

    /**
     * The field itself.
     *
     * @param quantity word of the configuration
     * @param fall decrease of the lower bound with height, usual unit per metre
     */
    public record Whole(String quantity, double low, double high, double fall) {}

    /**
     * Anomalies.
     *
     * @param quantity word of the configuration
     * @param least magnitude that the largest value must reach
     * @param largest magnitude
     */
    public record Anomaly(String quantity, double least, double largest) {}

    /** Whether values in the usual unit can be the field itself, observed not higher than this. */
    boolean canBeWhole(Spread s, double highest) {
        return s.low() >= whole.low() - whole.fall() * Math.max(0, highest) && s.high() <= whole.high();
    }

    /** Whether values in the usual unit can be anomalies. */
    boolean canBeAnomaly(Spread s) {
        return Math.max(Math.abs(s.low()), Math.abs(s.high())) <= anomaly.largest() && s.largest() >= anomaly.least();
    }

    boolean can(boolean asWhole, Spread s, double highest) {
        return asWhole ? canBeWhole(s, highest) : canBeAnomaly(s);
    }

    String quantity(boolean asWhole) {
        return asWhole ? whole.quantity() : anomaly.quantity();
    }
}
