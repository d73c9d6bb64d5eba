package org.geoanomaly.gam.pipeline.visual.map;

import java.util.Locale;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** Names of the program as people write them. */
public final class Words {
    private Words() {}

    /** {@code complete_bouguer_anomaly} as "Complete Bouguer anomaly". */
    public static String title(String name) {
        String text = plain(name);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The same within a sentence. */
    public static String plain(String name) {
        return name.replace('_', ' ')
                .replaceAll("\\bbouguer\\b", "Bouguer")
                .replaceAll("\\binsar\\b", "InSAR")
                .replaceAll("\\blos\\b", "line-of-sight")
                .strip();
    }

    /** A quantity with its unit in parentheses; standard scores have none. */
    public static String withUnit(String what, Unit unit) {
        String symbol = symbol(unit);
        return symbol.isEmpty() ? what : what + " (" + symbol + ")";
    }

    /** The symbol behind a number, or nothing. */
    public static String symbol(Unit unit) {
        return unit == Unit.DIMENSIONLESS ? "" : unit.symbol();
    }

    /** A depth in km or m. */
    public static String depth(double metres) {
        return metres >= 1000 ? Ticks.brief(metres / 1000) + " km" : Ticks.label(metres, 1) + " m";
    }
}
