package org.geoanomaly.gam.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** The program as a user starts it: its own process, from the jars of the distribution. */
final class ProgramRun {
    static final Path ROOT = Path.of(System.getProperty("gam.root", "..")).toAbsolutePath();
    private static final Path LIB = ROOT.resolve("gam-app/target/gam/lib");
    private static final Path THIN = ROOT.resolve("gam-app/target/gam/spark/gam-spark.jar");
    private static final Path JARS = ROOT.resolve("gam-spark/home/target/jars");

    private final Process process;
    private final Path output;
    private final long start = System.nanoTime();
    private final CompletableFuture<Long> ended;

    private ProgramRun(Process process, Path output) {
        this.process = process;
        this.ended = process.onExit().thenApply(p -> System.nanoTime());
        this.output = output;
    }

    /** The folder that is SPARK_HOME here. */
    static Path sparkHome() {
        return JARS.resolveSibling("");
    }

    /** Whether everything is built; without it there is nothing to test. */
    static boolean built() {
        return Files.isDirectory(LIB) && Files.isRegularFile(THIN) && Files.isDirectory(JARS);
    }

    /** Starts a command line beside a file for its output, from a distribution unpacked in the same folder. */
    static ProgramRun start(Path output, String... arguments) throws IOException {
        Path launcher = output.resolveSibling("dist/gam");
        if (!Files.exists(launcher)) {
            Files.createDirectories(output.resolveSibling("dist"));
            Files.createSymbolicLink(launcher.resolveSibling("lib"), LIB);
            Files.createSymbolicLink(launcher.resolveSibling("spark"), THIN.resolveSibling(""));
            Files.copy(ROOT.resolve("gam"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        }
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment());
        builder.environment().put("SOURCE_DATE_EPOCH", "1700000000");
        builder.environment().put("GAM_HEAP", "1g");
        return new ProgramRun(builder.start(), output);
    }

    static Map<String, String> environment() {
        return Map.of(
                "SPARK_HOME", sparkHome().toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1");
    }

    Process process() {
        return process;
    }

    /** The exit code. */
    int end(long seconds) throws InterruptedException, IOException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after " + seconds + " s: " + text());
        }
        return process.exitValue();
    }

    String text() throws IOException {
        return Files.readString(output);
    }

    double seconds() {
        return (ended.getNow(System.nanoTime()) - start) / 1e9;
    }

    /** Products below a directory by name, with their content's hash; logs and locks are no products. */
    static SortedMap<String, String> products(Path directory) throws IOException {
        SortedMap<String, String> products = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!name.startsWith("logs/") && !name.startsWith(".gam")) {
                    products.put(name, Sha256.ofFile(file));
                }
            }
        }
        return products;
    }
}
