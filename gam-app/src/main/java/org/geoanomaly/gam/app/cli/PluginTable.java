package org.geoanomaly.gam.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.plugin.LoadedPlugin;
import org.geoanomaly.gam.pipeline.plugin.PluginProblem;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;

/** Plugins as lines, JSON and findings: what they are, where they came from, and why others are not there. */
final class PluginTable {
    private static final String LINE = "%-13s %-16s %-28s %-10s %s";

    private final Plugins plugins;

    PluginTable(Plugins plugins) {
        this.plugins = plugins;
    }

    /** A plugin as {@code --json} prints it. */
    record Row(String kind, String id, List<String> modalities, String version, String origin) {}

    /** One that could not be loaded. */
    record Refused(String path, String problem, String help) {}

    /** Everything that {@code --json} prints. */
    record Report(List<Row> plugins, List<Refused> refused) {}

    private static Row row(LoadedPlugin p) {
        Set<String> modalities = p.plugin() instanceof Inverter inverter
                ? inverter.modalities()
                : p.plugin() instanceof Preprocessor preprocessor ? preprocessor.modalities() : Set.of();
        return new Row(
                p.kind().word(),
                p.plugin().id(),
                modalities.stream().sorted().toList(),
                p.origin().version(),
                p.origin().where());
    }

    String json() {
        return CanonicalJson.of(new Report(
                plugins.all().stream().map(PluginTable::row).toList(),
                plugins.problems().stream()
                        .map(p -> new Refused(p.jar().toString(), p.message(), p.help()))
                        .toList()));
    }

    /** A table of all of them, and a line or two for each that could not be loaded. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, LINE, "PLUGIN", "ID", "MODALITIES", "VERSION", "ORIGIN"));
        for (LoadedPlugin p : plugins.all()) {
            Row row = row(p);
            lines.add(String.format(
                            Locale.ROOT,
                            LINE,
                            row.kind(),
                            row.id(),
                            row.modalities().isEmpty() ? "-" : String.join(", ", row.modalities()),
                            row.version().isEmpty() ? "-" : row.version(),
                            row.origin())
                    .stripTrailing());
        }
        for (PluginProblem problem : plugins.problems()) {
            lines.add("not loaded: " + problem.line());
            lines.add("            " + problem.help());
        }
        return lines;
    }

    /** One finding for the program's own, one for each stranger, one for each that could not be loaded. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        long own = plugins.all().stream().filter(p -> p.origin().isBuiltIn()).count();
        findings.add(Finding.ok("plugins", own + " built-in"));
        plugins.all().stream()
                .filter(p -> !p.origin().isBuiltIn())
                .collect(Collectors.groupingBy(LoadedPlugin::origin, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((origin, all) -> findings.add(Finding.ok(
                        "plugin",
                        origin.where() + (origin.version().isEmpty() ? "" : " " + origin.version()) + ": "
                                + all.stream()
                                        .map(p -> p.kind().word() + " '"
                                                + p.plugin().id() + "'")
                                        .collect(Collectors.joining(", ")))));
        plugins.problems().forEach(p -> findings.add(Finding.warning("plugin", p.line(), p.help())));
        return findings;
    }
}
