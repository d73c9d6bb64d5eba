package org.geoanomaly.gam.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.geoanomaly.gam.pipeline.validation.Finding;
import org.geoanomaly.gam.pipeline.validation.ProductValidator;
import org.geoanomaly.gam.pipeline.validation.region.RegionValidator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam validate}: re-check what a run wrote. */
@Command(
        name = "validate",
        description = "re-check what a run wrote: checksums, grids, maps, tables, tiles",
        footer = {
            "",
            "Examples",
            "  gam validate data/outputs              exit code 0 if all is well, 4 if there are errors",
            "  gam validate demo --strict             warnings count as errors",
            "  gam validate demo --json               for programs",
        })
final class ValidateCommand extends GamCommand {
    private static final int SHOWN = 12;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "what a run wrote; core.output_dir if absent")
    private @Nullable Path dir;

    @Option(names = "--strict", description = "warnings count as errors")
    private boolean strict;

    /** What {@code --json} prints. */
    record Report(String directory, boolean valid, long errors, long warnings, List<Check> checks) {}

    /** One check. */
    record Check(String name, boolean passed, String summary, List<Finding> findings) {}

    ValidateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() {
        long start = System.nanoTime();
        GamConfig config = config().config();
        Path root = dir != null ? dir : config.core().outputDir();
        List<CheckResult> results;
        try (Workers workers = new Workers(config.core().parallelWorkers())) {
            results = checks(root, workers);
        }
        long errors = results.stream().mapToLong(CheckResult::errors).sum();
        long warnings = results.stream().mapToLong(CheckResult::warnings).sum();
        boolean valid = errors == 0 && (!strict || warnings == 0);
        if (common().json()) {
            List<Check> checks = results.stream()
                    .map(r -> new Check(r.name(), r.passed(), r.summary(), r.findings()))
                    .toList();
            print(CanonicalJson.of(new Report(root.toString(), valid, errors, warnings, checks)));
        } else {
            results.forEach(this::show);
            print(String.format(
                    Locale.ROOT,
                    "%d %s, %d %s in %d checks (%.1f s)",
                    errors,
                    errors == 1 ? "error" : "errors",
                    warnings,
                    warnings == 1 ? "warning" : "warnings",
                    results.size(),
                    (System.nanoTime() - start) / 1e9));
        }
        return valid ? ExitCode.OK : ExitCode.INVALID_OUTPUT;
    }

    /** Of whichever kinds of run have worked in the directory. */
    private List<CheckResult> checks(Path root, Workers workers) {
        List<CheckResult> results = new ArrayList<>();
        boolean regional = RegionValidator.recognises(root);
        if (regional) {
            results.addAll(RegionValidator.validate(root, workers, progress()));
        }
        if (!regional || Files.isRegularFile(new GlobalPaths(root).manifest())) {
            results.addAll(ProductValidator.validate(root, workers, progress()));
        }
        return List.copyOf(results);
    }

    private void show(CheckResult result) {
        String mark = !result.passed()
                ? console().mark("✗", "FAIL")
                : result.findings().isEmpty()
                        ? console().mark("✓", "ok")
                        : console().mark("!", "warn");
        if (!common().quiet() || !result.findings().isEmpty()) {
            print(String.format(Locale.ROOT, "  %s %-16s %s", mark, result.name(), result.summary()));
        }
        result.findings().stream().limit(SHOWN).forEach(f -> print("      " + f.subject() + ": " + f.message()));
        if (result.findings().size() > SHOWN) {
            print("      and " + (result.findings().size() - SHOWN) + " more; --json lists all");
        }
    }
}
