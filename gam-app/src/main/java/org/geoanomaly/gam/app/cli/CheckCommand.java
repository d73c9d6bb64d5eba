package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.EffectiveConfig;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.LoadedConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gam check}: is a configuration right, and what is in force? */
@Command(
        name = "check",
        description = "validate a configuration; print what is in force and where each value came from",
        footer = {
            "",
            "Examples",
            "  gam check                               every key and its default; a file to start from",
            "  gam check config.yaml                   what this file, the environment and --set make of it",
            "  gam check config.yaml -q                only the exit code: 0 right, 2 wrong",
            "  gam check --set core.seed=7 --json      for programs",
        })
final class CheckCommand extends GamCommand {
    @Parameters(arity = "0..1", paramLabel = "CONFIG", description = "configuration file (YAML)")
    private @Nullable Path config;

    /** What {@code --json} prints. */
    record Report(GamConfig config, List<EffectiveConfig.Setting> settings) {}

    CheckCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected @Nullable Path configParameter() {
        return config;
    }

    @Override
    protected ExitCode run() {
        LoadedConfig loaded = config();
        if (common().json()) {
            print(CanonicalJson.of(new Report(loaded.config(), EffectiveConfig.settings(loaded))));
        } else if (!common().quiet()) {
            console().out().print(EffectiveConfig.yaml(loaded));
            Path file = loaded.file();
            console()
                    .err()
                    .println(String.format(
                            Locale.ROOT,
                            "%s %s: %d %s given, no unknown keys",
                            console().mark("✓", "ok"),
                            file == null ? "no file" : file,
                            loaded.provenance().given(),
                            loaded.provenance().given() == 1 ? "value" : "values"));
        }
        return ExitCode.OK;
    }
}
