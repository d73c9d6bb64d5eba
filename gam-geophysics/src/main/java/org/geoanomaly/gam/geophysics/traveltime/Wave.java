package org.geoanomaly.gam.geophysics.traveltime;

import java.util.List;

/** Kind of body wave, with the phases among which its first arrival is. */
public enum Wave {
    P(List.of("p", "P", "Pn", "Pdiff", "PKP", "PKIKP", "PKiKP")),
    S(List.of("s", "S", "Sn", "Sdiff"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> phases;

    Wave(List<String> phases) {
        this.phases = phases;
    }

    List<String> phases() {
        return phases;
    }
}
