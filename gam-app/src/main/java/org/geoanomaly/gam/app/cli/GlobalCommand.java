package org.geoanomaly.gam.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.ConfigRequest.OptionValue;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.config.LoadedConfig;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.demo.DemoInputs;
import org.geoanomaly.gam.pipeline.engine.TileExecutors;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.global.GlobalInputs;
import org.geoanomaly.gam.pipeline.global.GlobalJob;
import org.geoanomaly.gam.pipeline.global.GlobalRequest;
import org.geoanomaly.gam.pipeline.global.GlobalSummary;
import org.geoanomaly.gam.pipeline.global.LayerInput;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.tiling.TileSelection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gam global}: the globe. */
@Command(
        name = "global",
        description = "the 0.1 deg world: 648 tiles -> COGs, fused index, PMTiles   (resumes)",
        footer = {
            "",
            "Examples",
            "  gam global examples/global.yaml                 the whole globe; the same command goes on after a stop",
            "  gam global --demo --output demo                 synthetic inputs, no data or network needed",
            "  gam global config.yaml --bbox 30,50,-10,20      tiles that touch south 30, north 50, west -10, east 20",
            "  gam global config.yaml --only failed            the tiles that failed last time",
            "  gam global config.yaml --normalization rolling  without seams between tiles",
        })
final class GlobalCommand extends GamCommand {
    @Parameters(arity = "0..1", paramLabel = "CONFIG", description = "configuration file (YAML)")
    private @Nullable Path config;

    @Option(
            names = "--bbox",
            paramLabel = "S,N,W,E",
            description = "only tiles that touch this box: south, north, west, east in degrees")
    private @Nullable String bbox;

    @Option(names = "--tiles", paramLabel = "ID,ID", description = "only these tiles, such as t_N30_E120,t_S10_W170")
    private @Nullable String tiles;

    @Option(names = "--exclude", paramLabel = "ID,ID", description = "all but these tiles")
    private @Nullable String exclude;

    @Option(names = "--only", paramLabel = "failed", description = "only tiles whose last outcome was failure")
    private @Nullable String only;

    @Option(
            names = "--normalization",
            paramLabel = "tile|rolling|global",
            description = "over which area scores are taken")
    private @Nullable String normalization;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--demo", description = "synthetic inputs, made on the spot and labelled as such")
    private boolean demo;

    /** What {@code --json} prints. */
    record Report(
            String runId,
            String output,
            int requested,
            int completed,
            int skipped,
            List<String> failed,
            boolean stopped,
            List<Check> checks) {}

    /** One checkpoint over the whole product. */
    record Check(String name, boolean passed, String summary) {}

    GlobalCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected @Nullable Path configParameter() {
        return config;
    }

    @Override
    protected ExitCode run() {
        long start = System.nanoTime();
        LoadedConfig loaded = config(options());
        GamConfig effective = loaded.config();
        GlobalPaths paths = new GlobalPaths(effective.core().outputDir());
        GlobalRequest request = new GlobalRequest(
                effective, paths, selection(effective), onlyFailed(), options.fresh(), ProgramVersion.text());
        openLog(paths.log(), effective.global().loggingLevel());
        StopSignal stop = stopSignal("stopping after the tiles in hand");
        List<LayerInput> inputs = demo
                ? new DemoInputs(effective.core().seed(), paths.root().resolve("demo-inputs")).write(progress())
                : new GlobalInputs(effective.data(), environment(), progress()).resolve();
        GlobalJob job = new GlobalJob(
                request, inputs, progress(), stop, new TileExecutors(plugins().executors()));
        if (common().dryRun()) {
            return dryRun(job);
        }
        GlobalSummary summary = job.run();
        report(summary, paths, (System.nanoTime() - start) / 1e9);
        if (summary.stopped()) {
            return ExitCode.INTERRUPTED;
        }
        return summary.clean() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private OptionValue[] options() {
        List<OptionValue> values = new ArrayList<>(options.values());
        if (normalization != null) {
            values.add(OptionValue.literal("--normalization", "fusion_mvp.normalization", normalization));
        }
        return values.toArray(OptionValue[]::new);
    }

    private TileSelection selection(GamConfig effective) {
        BoundingBox area = Optional.ofNullable(bbox)
                .map(GlobalCommand::box)
                .or(() -> Optional.ofNullable(effective.data().bbox()))
                .orElse(BoundingBox.GLOBE);
        return new TileSelection(area, ids("--tiles", tiles), ids("--exclude", exclude));
    }

    private static BoundingBox box(String text) {
        try {
            return BoundingBox.parse(text);
        } catch (GamException e) {
            throw new ConfigurationException("--bbox: " + e.getMessage(), e.help(), e);
        }
    }

    private static Set<TileId> ids(String option, @Nullable String list) {
        if (list == null) {
            return Set.of();
        }
        Set<TileId> ids = new LinkedHashSet<>();
        for (String name : list.split(",", -1)) {
            try {
                ids.add(TileId.parse(name));
            } catch (GamException e) {
                throw new ConfigurationException(option + ": " + e.getMessage(), e.help(), e);
            }
        }
        return ids;
    }

    private boolean onlyFailed() {
        if (only != null && !only.equals("failed")) {
            throw new ConfigurationException("--only: '" + only + "' is not known", "use --only failed", null);
        }
        return only != null;
    }

    private ExitCode dryRun(GlobalJob job) {
        List<TileId> todo = job.plan();
        print(todo.size() + " tiles to make, configuration " + job.configHash().substring(0, 8));
        todo.forEach(t -> print(t.name()));
        return ExitCode.OK;
    }

    private void report(GlobalSummary s, GlobalPaths paths, double seconds) {
        if (common().json()) {
            List<Check> checks = s.checks().stream()
                    .map(c -> new Check(c.name(), c.passed(), c.summary()))
                    .toList();
            print(CanonicalJson.of(new Report(
                    s.runId(),
                    paths.root().toString(),
                    s.requested(),
                    s.completed(),
                    s.skipped(),
                    s.failed().keySet().stream().map(TileId::name).toList(),
                    s.stopped(),
                    checks)));
            return;
        }
        if (common().quiet()) {
            return;
        }
        int good = s.requested() - s.failed().size();
        if (s.stopped()) {
            print(String.format(
                    Locale.ROOT,
                    "stopped: %d of %d tiles done; the same command goes on from here",
                    s.completed() + s.skipped(),
                    s.requested()));
            return;
        }
        print(String.format(
                Locale.ROOT,
                "%s  %d of %d tiles complete (%d made, %d valid already) in %.1f s",
                s.clean() ? "done" : "done with gaps",
                good,
                s.requested(),
                s.completed(),
                s.skipped(),
                seconds));
        if (!s.failed().isEmpty()) {
            print("  failed    "
                    + s.failed().keySet().stream().map(TileId::name).collect(Collectors.joining(" ")));
            print("  again     gam global ... --only failed");
        }
        print("  tiles     " + paths.root().resolve("cog"));
        print("  overview  " + paths.overview());
        print("  figure    " + paths.figure());
        if (Files.isRegularFile(paths.archive())) {
            print("  web       " + paths.archive());
            print("  look      gam serve " + paths.root());
        }
    }
}
