package org.geoanomaly.gam.app.global;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, from the classes under test. */
public final class GamProcess {
    /** A start costs most of a short run: no optimising compiler, no parallel collector. */
    public static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-Xmx512m");

    private final Path folder;
    private final List<String> jvm;
    private final Map<String, String> environment;

    /**
     * Processes whose output is kept in a folder.
     *
     * @param environment variables besides those of this process
     */
    public GamProcess(Path folder, List<String> jvm, Map<String, String> environment) {
        this.folder = folder;
        this.jvm = List.copyOf(jvm);
        this.environment = Map.copyOf(environment);
    }

    /** How a process ended. */
    public record Outcome(int code, String out, String err) {}

    /** Starts the program; {@code name} distinguishes the files of its output. */
    public Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", path, "org.geoanomaly.gam.app.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out(name).toFile())
                .redirectError(err(name).toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs the program to its end. */
    public Outcome run(String name, String... arguments) throws IOException, InterruptedException {
        return finish(name, start(name, arguments));
    }

    /** Waits for a started process; one that hangs is killed. */
    public Outcome finish(String name, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " does not end: " + Files.readString(err(name)));
        }
        return new Outcome(process.exitValue(), Files.readString(out(name)), Files.readString(err(name)));
    }

    private Path out(String name) {
        return folder.resolve(name + ".out");
    }

    private Path err(String name) {
        return folder.resolve(name + ".err");
    }
}
