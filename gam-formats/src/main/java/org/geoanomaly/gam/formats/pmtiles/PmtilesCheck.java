package org.geoanomaly.gam.formats.pmtiles;

import java.util.Optional;

/**
 * The outcome of one rule.
 *
 * @param rule what must hold
 * @param problem what is wrong, absent if it holds
 */
public record PmtilesCheck(String rule, Optional<String> problem) {
    public boolean passed() {
        return problem.isEmpty();
    }
}
