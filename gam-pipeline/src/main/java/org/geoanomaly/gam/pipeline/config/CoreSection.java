package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code core}.
 *
 * @param outputDir where products go, relative to the working directory
 * @param parallelWorkers threads, or cores of a cluster; -1 for all there are
 * @param tileSize edge of a processing tile in degrees
 * @param engine name of what computes tiles; plugins may add some
 * @param master address of its cluster, such as {@code spark://host:7077}; null for this machine
 * @param engineFallback whether the threads of this machine do the work if no cluster answers
 * @param executorMemory heap of each process of a cluster, such as {@code 2g}
 * @param seed of every random number
 */
public record CoreSection(
        Path outputDir,
        int parallelWorkers,
        int tileSize,
        String engine,
        @Nullable String master,
        boolean engineFallback,
        String executorMemory,
        long seed) {
    public static final CoreSection DEFAULT =
            new CoreSection(Path.of("data/outputs"), -1, 10, "local", null, false, "1g", 42);
    private static final int MAX_WORKERS = 4096;
    private static final Pattern ENGINE = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern MASTER = Pattern.compile("(local(\\[.*])?|[a-z0-9-]+://\\S+|yarn)");
    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,6}[kmgt]");

    /** Workers on a machine with the given number of processors; at least 1. */
    public int workers(int processors) {
        return parallelWorkers == -1 ? Math.max(1, processors) : parallelWorkers;
    }

    static CoreSection read(SectionReader in) {
        return new CoreSection(
                in.path("output_dir", DEFAULT.outputDir),
                workers(in),
                in.integer("tile_size", DEFAULT.tileSize, 1, 90),
                word(in, "engine", DEFAULT.engine, ENGINE, "a name such as local or spark"),
                master(in),
                in.flag("engine_fallback", DEFAULT.engineFallback),
                word(in, "executor_memory", DEFAULT.executorMemory, MEMORY, "a size such as 2g or 1500m"),
                in.longInteger("seed", DEFAULT.seed));
    }

    private static String word(SectionReader in, String key, String otherwise, Pattern form, String wanted) {
        String text = in.text(key, otherwise).toLowerCase(Locale.ROOT);
        ConfigNode value = in.value(key);
        if (value != null && !form.matcher(text).matches()) {
            in.problem(value, key, "must be " + wanted + ", found " + value.found(), null, null);
            return otherwise;
        }
        return text;
    }

    private static @Nullable String master(SectionReader in) {
        String text = in.text("master");
        ConfigNode value = in.value("master");
        if (text != null && value != null && !MASTER.matcher(text).matches()) {
            String wanted = "must be local[N] or an address such as spark://host:7077, found ";
            in.problem(value, "master", wanted + value.found(), null, null);
            return null;
        }
        return text;
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
