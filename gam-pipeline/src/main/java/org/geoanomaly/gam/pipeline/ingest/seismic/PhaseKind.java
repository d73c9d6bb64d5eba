package org.geoanomaly.gam.pipeline.ingest.seismic;

import java.util.Optional;
import java.util.regex.Pattern;

/** The two kinds of waves whose first arrivals are used. */
public enum PhaseKind {
    P(1),
    S(2);

    /** Direct, crustal and mantle arrivals, in the spellings of bulletins old and new; onset letters may be in front. */
    private static final Pattern FIRST = Pattern.compile("[ieqIEQ]?([pPsS])([gGnNbB1*]|)");

    private final int code;

    PhaseKind(int code) {
        this.code = code;
    }

    /** The number in the column {@code phase}: 1 or 2. */
    public int code() {
        return code;
    }

    /** The kind of a phase's name; empty for reflections, core and surface waves and names nobody knows. */
    public static Optional<PhaseKind> of(String name) {
        var m = FIRST.matcher(name.strip());
        return m.matches() ? Optional.of(m.group(1).equalsIgnoreCase("p") ? P : S) : Optional.empty();
    }
}
