package org.geoanomaly.gam.formats.tiff;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Asks GDAL, by one Python process for many files. Without GDAL tests are skipped, except under CI, where they fail. */
public final class GdalReference {
    private static final String PYTHON = "/usr/bin/python3";

    private GdalReference() {}

    /** Runs a command of gdal_reference.py; returns the rows of the index it wrote into {@code directory}. */
    public static List<String[]> run(String command, Path directory, List<Path> files) throws IOException {
        requireGdal();
        Path script = Files.createTempFile("gdal_reference", ".py");
        try (InputStream source =
                Objects.requireNonNull(GdalReference.class.getResourceAsStream("gdal_reference.py"))) {
            Files.write(script, source.readAllBytes());
            List<String> line = new ArrayList<>(List.of(PYTHON, script.toString(), command, directory.toString()));
            files.forEach(f -> line.add(f.toString()));
            String problem = execute(line);
            if (!problem.isEmpty()) {
                throw new AssertionError("GDAL reference failed: " + problem);
            }
        } finally {
            Files.delete(script);
        }
        return Files.readAllLines(directory.resolve("index.tsv")).stream()
                .map(row -> row.split("\t", -1))
                .toList();
    }

    private static void requireGdal() throws IOException {
        boolean present = Files.isExecutable(Path.of(PYTHON))
                && execute(List.of(PYTHON, "-c", "from osgeo import gdal")).isEmpty();
        requireOnCi(present, "python3-gdal is not installed");
    }

    /** Skips the test, but fails it under CI. */
    public static void requireOnCi(boolean present, String missing) {
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        assumeTrue(present, missing);
    }

    private static String execute(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return "timeout";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        return process.exitValue() == 0 ? "" : "exit " + process.exitValue() + ": " + output;
    }

    /** Little-endian float32 values. */
    public static float[] floats(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] out = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(out);
        return out;
    }
}
