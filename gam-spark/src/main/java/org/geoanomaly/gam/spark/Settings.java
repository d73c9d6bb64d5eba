package org.geoanomaly.gam.spark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.geoanomaly.gam.pipeline.config.CoreSection;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.spi.TileExecutor;
import org.jspecify.annotations.Nullable;

/** Spark's settings for a run. What {@code spark-submit} or a system property states stays, unless the run could not work with it. */
final class Settings {
    /** One attempt and three more: for lost machines and the like, since a tile that fails by itself is an outcome. */
    static final int ATTEMPTS = 4;

    private static final Pattern EMBEDDED = Pattern.compile("local(?:\\[([0-9]+|\\*)])?");
    private static final String LOOPBACK = "127.0.0.1";

    private Settings() {}

    static SparkConf of(String name, CoreSection core) {
        SparkConf conf = new SparkConf(true);
        conf.setMaster(master(core, conf.get("spark.master", null)));
        conf.setIfMissing("spark.app.name", name);
        conf.set("spark.task.maxFailures", Integer.toString(ATTEMPTS));
        conf.set("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.executor.memory", core.executorMemory());
        conf.setIfMissing("spark.locality.wait", "0s"); // every input is as near as any other
        if (core.parallelWorkers() > 0) {
            conf.setIfMissing("spark.cores.max", Integer.toString(core.parallelWorkers()));
        }
        if (isEmbedded(conf)) {
            conf.setIfMissing("spark.driver.host", LOOPBACK);
            conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
        } else {
            ship(conf);
        }
        return conf;
    }

    static boolean isEmbedded(SparkConf conf) {
        return conf.get("spark.master").startsWith("local");
    }

    /** Threads of this process do not try again unless told to. */
    private static String master(CoreSection core, @Nullable String submitted) {
        String threads = core.parallelWorkers() == -1 ? "*" : Integer.toString(core.parallelWorkers());
        String named = core.master() != null ? core.master() : submitted != null ? submitted : "local[" + threads + "]";
        Matcher embedded = EMBEDDED.matcher(named);
        if (embedded.matches()) {
            return "local[" + (embedded.group(1) == null ? "1" : embedded.group(1)) + "," + ATTEMPTS + "]";
        }
        return named;
    }

    /** Executors get our classes from the driver; run from folders of classes, they read the same ones. */
    private static void ship(SparkConf conf) {
        Path pipeline = origin(TileExecutor.class);
        Path own = origin(Settings.class);
        if (Files.isDirectory(pipeline) || Files.isDirectory(own)) {
            conf.setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path", ""));
            return;
        }
        List<String> jars = new ArrayList<>(List.of(own.toString()));
        Path folder = pipeline.resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(jars::add);
        } catch (IOException e) {
            throw new OutputException("cannot list " + folder + ": " + e.getMessage(), null, e);
        }
        conf.setJars(jars.stream().distinct().toArray(String[]::new));
    }

    private static Path origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("nobody knows where " + type.getName() + " comes from");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(source.getLocation() + " is no place for classes", e);
        }
    }
}
