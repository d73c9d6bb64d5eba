package org.geoanomaly.gam.app.regional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs say of a finished region: GDAL, OGR, ncdump, VTK. */
final class RegionOracle {
    static final Path ROOT = Path.of(System.getProperty("gam.root", ".."));
    private static final String PYTHON = "/usr/bin/python3";

    private RegionOracle() {}

    /** Skips the test if something is missing; on the build server that is a failure. */
    static void require(boolean there, String how) {
        if (!there && "true".equals(System.getenv("CI"))) {
            Assertions.fail(how);
        }
        Assumptions.assumeTrue(there, how);
    }

    /** The answers of region_oracle.py, one for each line. */
    static List<JsonNode> ask(String... arguments) throws IOException, InterruptedException {
        require(
                succeeds(PYTHON, "-c", "import numpy; from osgeo import gdal, ogr")
                        && succeeds(PYTHON, "-c", "import vtk")
                        && succeeds("which", "ncdump"),
                "a reference reader is missing: apt-get install python3-gdal python3-numpy python3-vtk9 netcdf-bin");
        List<String> command = new ArrayList<>(List.of(
                PYTHON, ROOT.resolve("gam-app/src/test/python/region_oracle.py").toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("oracle", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out + Files.readString(errors)).isZero();
            return out.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        } finally {
            Files.delete(errors);
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
