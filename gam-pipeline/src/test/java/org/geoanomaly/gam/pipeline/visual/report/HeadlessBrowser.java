package org.geoanomaly.gam.pipeline.visual.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens a file in a real browser with software rendering and answers the document as it then is. */
final class HeadlessBrowser {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--use-gl=angle",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--enable-logging=stderr",
            "--window-size=600,500",
            "--virtual-time-budget=2000");
    private static final long PATIENCE_SECONDS = 90;

    private final Path program;
    private final Path folder;

    HeadlessBrowser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The program named by GAM_CHROMIUM, or one of the usual names. */
    static Optional<Path> find() {
        return Stream.of(
                        System.getenv().getOrDefault("GAM_CHROMIUM", "/usr/bin/chromium"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * A page after its scripts have run.
     *
     * @param document its elements as HTML
     * @param complaints lines of the console that tell of errors
     */
    record Visited(String document, List<String> complaints) {}

    Visited open(Path page, String... flags) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path document = folder.resolve("document.html");
        Path log = folder.resolve("browser.log");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(FLAGS);
        command.addAll(Arrays.asList(flags));
        command.addAll(
                List.of("--user-data-dir=" + profile, "--dump-dom", page.toUri().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(document.toFile()).redirectError(log.toFile());
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the browser did not finish: " + Files.readString(log));
        }
        List<String> complaints = Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(l -> l.contains("CONSOLE") && !l.contains("GL Driver Message"))
                .toList();
        return new Visited(Files.readString(document), complaints);
    }
}
