package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.config.GamConfig;
import org.geoanomaly.gam.pipeline.demo.region.RegionDemo;
import org.geoanomaly.gam.pipeline.demo.region.RegionScene;
import org.geoanomaly.gam.pipeline.demo.region.ScoreCard;
import org.geoanomaly.gam.pipeline.run.RegionalPaths;
import org.geoanomaly.gam.pipeline.run.RegionalSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code gam demo}: a made-up region with known bodies, and what the regional run makes of it. */
@Command(
        name = "demo",
        description = "a made-up region with known bodies: truth against found",
        footer = {
            "",
            "Writes DIR/inputs (SYNTHETIC measurements in real formats), DIR/truth.csv, DIR/demo.yaml, DIR/result",
            "and DIR/score.json. Needs no data and no network.",
            "",
            "Examples",
            "  gam demo                          in the folder demo",
            "  gam demo out --noise-only         the same without bodies: nothing should be found",
            "  gam run demo/demo.yaml            runs it again after demo.yaml was edited",
        })
final class DemoCommand extends GamCommand {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "where everything goes (default: demo)")
    private Path folder = Path.of("demo");

    @Option(names = "--seed", paramLabel = "N", description = "of stations and noise (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--noise-only", description = "the same measurements without any body")
    private boolean noiseOnly;

    @Option(names = "--size", paramLabel = "full|small", description = "how large a region (default: full)")
    private String size = "full";

    @Option(names = "--workers", paramLabel = "N", description = "threads, -1 for one per processor")
    private @Nullable Integer workers;

    @Option(names = "--fresh", description = "make everything again, whatever is valid")
    private boolean fresh;

    DemoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        RegionScene scene = scene();
        RegionDemo demo = new RegionDemo(scene, folder);
        if (common().dryRun()) {
            print("would write a SYNTHETIC region with " + scene.bodies().size() + " bodies to " + folder
                    + ", run it and compare");
            return ExitCode.OK;
        }
        long start = System.nanoTime();
        demo.write(workers == null ? -1 : workers, progress());
        List<String> assignments = new ArrayList<>(common().assignments());
        if (workers != null) {
            assignments.add("core.parallel_workers=" + workers);
        }
        GamConfig config = demo.config(assignments);
        RegionalPaths paths = new RegionalPaths(config.core().outputDir());
        openLog(paths.log(), config.global().loggingLevel());
        RegionalSummary summary = demo.run(
                config,
                environment(),
                fresh,
                plugins(),
                progress(),
                stopSignal("stopping; what is done so far is kept"));
        if (summary.end() == RegionalSummary.End.STOPPED) {
            return ExitCode.INTERRUPTED;
        }
        ScoreCard card = demo.compare(summary);
        if (common().json()) {
            print(Files.readString(demo.score(), StandardCharsets.UTF_8).stripTrailing());
        } else if (!common().quiet()) {
            DemoTable.lines(card).forEach(this::print);
            print(String.format(
                    Locale.ROOT,
                    "%s in %.1f s   report %s",
                    card.passed() ? "all as planted" : "NOT as planted",
                    (System.nanoTime() - start) / 1e9,
                    paths.report()));
        }
        if (!summary.gaps().isEmpty()) {
            return ExitCode.PARTIAL;
        }
        return card.passed() ? ExitCode.OK : ExitCode.FAILED;
    }

    private RegionScene scene() {
        RegionScene scene =
                switch (size) {
                    case "full" -> RegionScene.standard(seed);
                    case "small" -> RegionScene.small(seed);
                    default ->
                        throw new ParameterException(
                                spec().commandLine(), "--size is full or small, not '" + size + "'");
                };
        return noiseOnly ? scene.withoutBodies() : scene;
    }
}
