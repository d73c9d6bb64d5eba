package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.LoadedConfig;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.PluginException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gam doctor}: is this machine ready? */
@Command(
        name = "doctor",
        description = "is this machine ready? (Java, memory, disk, configuration, plugins, data, tools)",
        footer = {
            "",
            "Examples",
            "  gam doctor                              with the default configuration",
            "  gam doctor -c config.yaml --network     with yours, and reach for the data services",
            "",
            "Ends with 0 if ready, warnings included, and with 1 if something must be mended first.",
        })
final class DoctorCommand extends GamCommand {
    @Option(names = "--network", description = "also try to reach the data services")
    private boolean network;

    /** What {@code --json} prints. */
    record Report(boolean ready, List<Finding> findings) {}

    DoctorCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws InterruptedException {
        List<Finding> findings = new ArrayList<>(MachineChecks.all());
        GamConfig config = GamConfig.DEFAULT;
        try {
            LoadedConfig loaded = config();
            config = loaded.config();
            Path file = loaded.file();
            findings.add(Finding.ok(
                    "config",
                    (file == null ? "none given, defaults hold" : file.toString()) + "; "
                            + loaded.provenance().given() + " values given, no unknown keys"));
        } catch (ConfigurationException | PluginException e) {
            findings.add(Finding.failed("config", String.valueOf(e.getMessage()), "gam check shows the place"));
        }
        findings.addAll(new PluginTable(plugins()).findings());
        findings.addAll(DataChecks.all(config));
        if (network) {
            findings.addAll(NetworkChecks.all());
        }
        boolean ready = findings.stream().noneMatch(f -> f.state() == Finding.State.FAILED);
        if (common().json()) {
            print(CanonicalJson.of(new Report(ready, findings)));
        } else {
            show(findings, ready);
        }
        return ready ? ExitCode.OK : ExitCode.FAILED;
    }

    /** They are among the findings. */
    @Override
    protected boolean warnsOfPlugins() {
        return false;
    }

    private void show(List<Finding> findings, boolean ready) {
        for (Finding finding : findings) {
            boolean worth = finding.state() == Finding.State.WARNING || finding.state() == Finding.State.FAILED;
            if (worth || !common().quiet()) {
                print(String.format(
                        Locale.ROOT, "  %s %-10s %s", mark(finding.state()), finding.what(), finding.detail()));
                if (!finding.help().isEmpty()) {
                    print(" ".repeat(15) + finding.help());
                }
            }
        }
        long warnings = findings.stream()
                .filter(f -> f.state() == Finding.State.WARNING)
                .count();
        if (!common().quiet()) {
            String counted = warnings == 0 ? "" : warnings == 1 ? ", 1 warning" : ", " + warnings + " warnings";
            print((ready ? "ready" : "not ready") + counted);
        }
    }

    private String mark(Finding.State state) {
        return switch (state) {
            case OK -> console().mark("✓", "+");
            case WARNING -> "!";
            case FAILED -> console().mark("✗", "x");
            case ABSENT -> "-";
        };
    }
}
