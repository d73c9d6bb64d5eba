package org.geoanomaly.gam.pipeline.export;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL, OGR, ncdump and VTK. Without them tests are skipped, except under CI, where they fail. */
public final class ReferenceTools {
    private static final String PYTHON = "/usr/bin/python3";

    private ReferenceTools() {}

    /** What a command of reference.py says about each file. */
    static List<JsonNode> ask(String command, String module, List<Path> files) throws IOException {
        require(PYTHON, "-c", "import " + module);
        Path script = Files.createTempFile("reference", ".py");
        try (InputStream source = Objects.requireNonNull(ReferenceTools.class.getResourceAsStream("reference.py"))) {
            Files.write(script, source.readAllBytes());
            List<String> line = new ArrayList<>(List.of(PYTHON, script.toString(), command));
            files.forEach(f -> line.add(f.toString()));
            return run(line.toArray(String[]::new))
                    .lines()
                    .map(l -> JsonMapper.shared().readTree(l))
                    .toList();
        } finally {
            Files.delete(script);
        }
    }

    /** Skips the test if a command fails; under CI the test fails. */
    public static void require(String... command) {
        String problem = "";
        try {
            run(command);
        } catch (IOException | AssertionError e) {
            problem = String.join(" ", command) + " does not work here: " + e.getMessage();
        }
        if (!problem.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(problem);
        }
        assumeTrue(problem.isEmpty(), problem);
    }

    /** The standard output of a command that must succeed. */
    public static String run(String... command) throws IOException {
        Path errors = Files.createTempFile("reference", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + Files.readString(errors));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(errors);
        }
    }
}
