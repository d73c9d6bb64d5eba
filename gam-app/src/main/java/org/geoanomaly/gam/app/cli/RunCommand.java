package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.ConfigRequest.OptionValue;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.run.RegionalPaths;
import org.geoanomaly.gam.pipeline.run.RegionalPlan;
import org.geoanomaly.gam.pipeline.run.RegionalRequest;
import org.geoanomaly.gam.pipeline.run.RegionalRun;
import org.geoanomaly.gam.pipeline.run.RegionalSummary;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam run}: a region. */
@Command(
        name = "run",
        description = "a region: data to 3-D models, anomalies and a report   (resumes)",
        footer = {
            "",
            "Examples",
            "  gam run examples/bushveld.yaml                  the same command goes on after a stop",
            "  gam run --bbox -28,-23,24,32 --output out       the usual sources of gravity and magnetics",
            "  gam run config.yaml --modalities magnetic       one modality alone",
            "  gam run config.yaml --set modeling.inversion_type=compact",
        })
final class RunCommand extends GamCommand {
    private static final int LISTED = 10;

    @Parameters(arity = "0..1", paramLabel = "CONFIG", description = "configuration file (YAML)")
    private @Nullable Path config;

    @Option(names = "--bbox", paramLabel = "S,N,W,E", description = "the area: south, north, west, east in degrees")
    private @Nullable String bbox;

    @Option(names = "--modalities", paramLabel = "NAME,NAME", description = "what to use, such as gravity,magnetic")
    private @Nullable String modalities;

    @Mixin
    private final RunOptions options = new RunOptions();

    /** What {@code --json} prints. */
    record Report(
            String runId,
            String output,
            String end,
            List<String> modalities,
            List<Found> anomalies,
            List<Missing> gaps) {}

    /** One anomaly. */
    record Found(
            String anomalyId,
            double lat,
            double lon,
            double depth,
            double confidence,
            String anomalyType,
            double score) {}

    /** One gap. */
    record Missing(String what, String stage, String message) {}

    RunCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected @Nullable Path configParameter() {
        return config;
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        GamConfig effective = config(values()).config();
        RegionalRequest request = new RegionalRequest(effective, environment(), ProgramVersion.text(), options.fresh());
        Plugins plugins = plugins();
        if (common().dryRun()) {
            return dryRun(RegionalPlan.of(effective, plugins), request.paths());
        }
        openLog(request.paths().log(), effective.global().loggingLevel());
        RegionalRun run =
                new RegionalRun(request, plugins, progress(), stopSignal("stopping; what is done so far is kept"));
        RegionalSummary summary = run.run();
        report(summary, request.paths(), (System.nanoTime() - start) / 1e9);
        if (summary.end() == RegionalSummary.End.STOPPED) {
            return ExitCode.INTERRUPTED;
        }
        return summary.gaps().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private OptionValue[] values() {
        List<OptionValue> values = new ArrayList<>(options.values());
        if (bbox != null) {
            values.add(new OptionValue("--bbox", "data.bbox", "[" + bbox + "]"));
        }
        if (modalities != null) {
            String list = Arrays.stream(modalities.split(",", -1))
                    .map(String::trim)
                    .collect(Collectors.joining(", ", "[", "]"));
            values.add(new OptionValue("--modalities", "data.modalities", list));
        }
        return values.toArray(OptionValue[]::new);
    }

    private ExitCode dryRun(RegionalPlan plan, RegionalPaths paths) {
        print("would work on " + plan.area());
        plan.modalities()
                .forEach(m -> print("  " + m.name() + ": " + m.source() + ", preprocessor "
                        + m.preprocessor().id() + ", inverter " + m.inverter().id()));
        print("  fusion " + plan.fusion().id() + ", visualizer "
                + plan.visualizers().stream().map(Plugin::id).collect(Collectors.joining(" + ")) + ", output "
                + paths.root());
        return ExitCode.OK;
    }

    private void report(RegionalSummary s, RegionalPaths paths, double seconds) {
        if (common().json()) {
            print(CanonicalJson.of(new Report(
                    s.runId(),
                    paths.root().toString(),
                    s.end().name().toLowerCase(Locale.ROOT),
                    s.modalities(),
                    s.anomalies().stream().map(RunCommand::found).toList(),
                    s.gaps().stream()
                            .map(g -> new Missing(g.what(), g.stage(), g.message()))
                            .toList())));
            return;
        }
        if (common().quiet()) {
            return;
        }
        if (s.end() == RegionalSummary.End.STOPPED) {
            print("stopped: what is done so far is kept; the same command goes on from here");
            return;
        }
        print(String.format(
                Locale.ROOT,
                "%s  %s: %s in %.1f s",
                s.gaps().isEmpty() ? "done" : "done with gaps",
                String.join(" + ", s.modalities()),
                count(s.anomalies().size()),
                seconds));
        s.anomalies().stream().limit(LISTED).forEach(a -> print(line(a)));
        if (s.anomalies().size() > LISTED) {
            print("  ... gam anomalies " + paths.root() + " shows all");
        }
        for (Gap gap : s.gaps()) {
            print("  missing   " + gap.what() + " (" + gap.stage() + ")");
        }
        print("  report    " + paths.report());
        print("  maps      " + paths.maps());
    }

    private static String count(int anomalies) {
        return anomalies == 1 ? "1 anomaly" : anomalies + " anomalies";
    }

    private static String line(Anomaly a) {
        return String.format(
                Locale.ROOT,
                "  %-6s %9.4f %10.4f  depth %7.0f m  %-16s score %6.2f  confidence %.2f",
                a.id(),
                a.peak().lat(),
                a.peak().lon(),
                a.peak().depth(),
                a.type(),
                a.score(),
                a.confidence());
    }

    private static Found found(Anomaly a) {
        return new Found(a.id(), a.peak().lat(), a.peak().lon(), a.peak().depth(), a.confidence(), a.type(), a.score());
    }
}
