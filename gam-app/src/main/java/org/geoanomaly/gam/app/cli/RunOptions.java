package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.config.ConfigRequest.OptionValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the two jobs, the regional and the global one. */
final class RunOptions {
    @Option(names = "--output", paramLabel = "DIR", description = "where products go")
    private @Nullable Path output;

    @Option(names = "--workers", paramLabel = "N", description = "threads, -1 for one per processor")
    private @Nullable Integer workers;

    @Option(names = "--engine", paramLabel = "local|spark", description = "what runs the tiles")
    private @Nullable String engine;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "cluster of the engine, such as spark://host:7077 (default: this machine)")
    private @Nullable String master;

    @Option(names = "--fresh", description = "make everything again, whatever is valid")
    private boolean fresh;

    boolean fresh() {
        return fresh;
    }

    /** What was given, as values of the configuration. */
    List<OptionValue> values() {
        List<OptionValue> values = new ArrayList<>();
        if (output != null) {
            values.add(OptionValue.literal("--output", "core.output_dir", output.toString()));
        }
        if (workers != null) {
            values.add(new OptionValue("--workers", "core.parallel_workers", workers.toString()));
        }
        if (engine != null) {
            values.add(OptionValue.literal("--engine", "core.engine", engine));
        }
        if (master != null) {
            values.add(OptionValue.literal("--master", "core.master", master));
        }
        return values;
    }
}
