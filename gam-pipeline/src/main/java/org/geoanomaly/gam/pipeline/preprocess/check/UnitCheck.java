package org.geoanomaly.gam.pipeline.preprocess.check;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether numbers can be what they are said to be. A unit or quantity that is stated is never overruled: if the numbers contradict it, that
 * is an error which says what they look like. What nobody stated is recognised by magnitude, and a note says so.
 */
public final class UnitCheck {
    private final FieldRange field;
    private final double highest;

    /** @param highest height of the values above sea level, m */
    public UnitCheck(FieldRange field, double highest) {
        this.field = field;
        this.highest = highest;
    }

    /**
     * What values are.
     *
     * @param unit in which they come
     * @param whole the field itself rather than anomalies
     * @param notes for the report
     */
    public record Finding(Unit unit, boolean whole, List<String> notes) {}

    /**
     * What values are.
     *
     * @param unit that the file or the user states, or the usual one
     * @param stated whether somebody states it
     * @param whole whether they are said to be the field itself; null if nobody says
     * @throws PreprocessingException if they cannot be what is stated, or nothing at all
     */
    public Finding judge(Spread raw, Unit unit, boolean stated, @Nullable Boolean whole) {
        if (unit.dimension() != field.usual().dimension()) {
            throw new PreprocessingException(
                    "the " + field.modality() + " values are said to be in " + unit.symbol() + ", which is no unit of "
                            + field.modality(),
                    "state data.sources." + field.modality() + ".unit: "
                            + field.usual().symbol(),
                    null);
        }
        if (raw.largest() == 0 && !Boolean.TRUE.equals(whole)) {
            return new Finding(unit, false, List.of("All " + field.modality() + " values are zero."));
        }
        List<Unit> units = new ArrayList<>(List.of(unit));
        if (!stated) {
            field.units().stream().filter(u -> u != unit).forEach(units::add);
        }
        for (boolean asWhole : whole == null ? new boolean[] {true, false} : new boolean[] {whole}) {
            for (Unit u : units) {
                if (fits(raw, u, asWhole)) {
                    return new Finding(u, asWhole, notes(raw, unit, stated, whole, u, asWhole));
                }
            }
        }
        throw mismatch(raw, unit, stated, whole);
    }

    private boolean fits(Spread raw, Unit unit, boolean asWhole) {
        return field.can(asWhole, raw.times(unit.factorTo(field.usual())), highest);
    }

    private List<String> notes(
            Spread raw, Unit unit, boolean stated, @Nullable Boolean whole, Unit found, boolean asWhole) {
        List<String> notes = new ArrayList<>();
        if (found != unit) {
            notes.add("Nobody states the unit of the " + field.modality() + " values; by their magnitude (" + raw
                    + ") they are in " + found.symbol() + " and were converted.");
        } else if (!stated) {
            notes.add("Nobody states the unit of the " + field.modality() + " values; " + found.symbol()
                    + " fits their magnitude.");
        }
        if (whole == null) {
            notes.add("Nobody states the quantity of the " + field.modality() + " values; by their magnitude (" + raw
                    + ") they are " + field.quantity(asWhole) + ".");
        }
        return notes;
    }

    private PreprocessingException mismatch(Spread raw, Unit unit, boolean stated, @Nullable Boolean whole) {
        String key = "data.sources." + field.modality();
        String what = "the " + field.modality() + " values (" + raw + ") cannot be "
                + (whole == null
                        ? field.whole().quantity() + " or " + field.anomaly().quantity()
                        : field.quantity(whole))
                + " in " + unit.symbol() + (stated ? "" : " or any other unit of it");
        for (boolean asWhole : order(whole)) {
            for (Unit u : field.units()) {
                if (fits(raw, u, asWhole)) {
                    boolean sameKind = whole == null || asWhole == whole;
                    String unitHelp = u == unit ? "" : key + ".unit: " + u.symbol();
                    String kindHelp = sameKind ? "" : key + ".quantity: " + field.quantity(asWhole);
                    String both = unitHelp.isEmpty() || kindHelp.isEmpty() ? "" : " and ";
                    return new PreprocessingException(
                            what + "; they look like " + field.quantity(asWhole) + " in " + u.symbol(),
                            "state " + unitHelp + both + kindHelp,
                            null);
                }
            }
            for (FieldRange.ForeignUnit f : field.foreign()) {
                if (field.can(asWhole, raw.times(f.factor()), highest) && asWhole) {
                    return new PreprocessingException(
                            what + "; they look like " + field.quantity(true) + " in " + f.name(),
                            "multiply them by " + Math.round(f.factor()) + " and state " + key + ".unit: "
                                    + field.usual().symbol(),
                            null);
                }
            }
        }
        return new PreprocessingException(
                what + ", nor anything else of " + field.modality(),
                "check that " + key + " names the right column or variable",
                null);
    }

    private static boolean[] order(@Nullable Boolean whole) {
        boolean first = whole == null || whole;
        return new boolean[] {first, !first};
    }
}
