package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;

/**
 * Section {@code core}.
 *
 * @param outputDir where products go, relative to the working directory
 * @param parallelWorkers threads or executors, -1 for one per processor
 * @param tileSize edge of a processing tile in degrees
 * @param seed of every random number
 */
public record CoreSection(Path outputDir, int parallelWorkers, int tileSize, Engine engine, long seed) {
    public static final CoreSection DEFAULT = new CoreSection(Path.of("data/outputs"), -1, 10, Engine.LOCAL, 42);
    private static final int MAX_WORKERS = 4096;

    /** Workers on a machine with the given number of processors; at least 1. */
    public int workers(int processors) {
        return parallelWorkers == -1 ? Math.max(1, processors) : parallelWorkers;
    }

    static CoreSection read(SectionReader in) {
        return new CoreSection(
                in.path("output_dir", DEFAULT.outputDir),
                workers(in),
                in.integer("tile_size", DEFAULT.tileSize, 1, 90),
                in.choice("engine", DEFAULT.engine),
                in.longInteger("seed", DEFAULT.seed));
    }

    private static int workers(SectionReader in) {
        int workers = in.integer("parallel_workers", DEFAULT.parallelWorkers, -1, MAX_WORKERS);
        ConfigNode value = in.value("parallel_workers");
        if (workers == 0 && value != null) {
            in.problem(value, "parallel_workers", "must be -1 (one per processor) or at least 1, found 0", null, null);
        }
        return workers;
    }
}
