package org.geoanomaly.gam.pipeline.validation.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.formats.netcdf.NetcdfGrid;
import org.geoanomaly.gam.formats.netcdf.NetcdfVariable;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.validation.Finding;

/** A grid or model: readable, described, data and uncertainty with units, values that can be. */
final class NetcdfCheck {
    private static final List<String> ATTRIBUTES = List.of("title", "grid_res", "run_id", "software");

    private final String createdAt;

    NetcdfCheck(String createdAt) {
        this.createdAt = createdAt;
    }

    List<Finding> check(String name, Path file) {
        try (NetcdfGrid grid = NetcdfGrid.open(file)) {
            List<Finding> findings = new ArrayList<>();
            attributes(name, grid, findings);
            for (String needed : List.of("data", "uncertainty")) {
                if (grid.variables().stream().noneMatch(v -> v.name().equals(needed))) {
                    findings.add(Finding.error(name, "has no variable '" + needed + "'"));
                }
            }
            for (NetcdfVariable variable : grid.variables()) {
                if (variable.attribute("grid_mapping").isPresent()) {
                    variable(name, grid, variable, findings);
                }
            }
            return findings;
        } catch (IOException | GamException e) {
            return List.of(Finding.error(name, "cannot be read: " + e.getMessage()));
        }
    }

    private void attributes(String name, NetcdfGrid grid, List<Finding> findings) {
        if (!grid.text("Conventions").orElse("").startsWith("CF-")) {
            findings.add(Finding.error(name, "does not follow the CF conventions"));
        }
        for (String attribute : ATTRIBUTES) {
            if (grid.text(attribute).isEmpty()) {
                findings.add(Finding.error(name, "lacks the attribute '" + attribute + "'"));
            }
        }
        Optional<String> time = grid.text("processed_at");
        if (!time.equals(Optional.of(createdAt))) {
            findings.add(Finding.error(
                    name, "says it was processed at " + time.orElse("no time") + ", the run began at " + createdAt));
        }
        boolean mapped = grid.variables().stream().anyMatch(v -> v.name().equals("crs"));
        if (!mapped) {
            findings.add(Finding.error(name, "does not state its reference system"));
        }
    }

    private static void variable(String name, NetcdfGrid grid, NetcdfVariable variable, List<Finding> findings)
            throws IOException {
        if (variable.units().isEmpty()) {
            findings.add(Finding.error(name, "has no unit for " + variable.name()));
        }
        Values values = new Values();
        for (double value : grid.values(variable)) {
            values.add(value);
        }
        findings.addAll(values.findings(name, variable.name()));
    }
}
