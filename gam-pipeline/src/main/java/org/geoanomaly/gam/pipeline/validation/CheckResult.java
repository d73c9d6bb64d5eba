package org.geoanomaly.gam.pipeline.validation;

import java.util.List;

/**
 * The outcome of one checkpoint.
 *
 * @param name the checkpoint, such as {@code COG compliance}
 * @param summary what was looked at, with numbers
 * @param findings errors and warnings; empty if all is well
 */
public record CheckResult(String name, String summary, List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }

    public boolean passed() {
        return findings.stream().noneMatch(Finding::isError);
    }

    public long errors() {
        return findings.stream().filter(Finding::isError).count();
    }

    public long warnings() {
        return findings.size() - errors();
    }
}
