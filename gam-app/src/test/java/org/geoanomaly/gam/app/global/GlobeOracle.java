package org.geoanomaly.gam.app.global;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What other programs say of a finished globe: GDAL, the reference readers of PMTiles and STAC, ncdump. */
final class GlobeOracle {
    private static final Path ROOT = Path.of(System.getProperty("gam.root", ".."));
    private static final String PYTHON = "/usr/bin/python3";

    private GlobeOracle() {}

    /** Skips the test if something is missing; on the build server that is a failure. */
    static void require(boolean there, String how) {
        if (!there && "true".equals(System.getenv("CI"))) {
            Assertions.fail(how);
        }
        Assumptions.assumeTrue(there, how);
    }

    /** Runs globe_oracle.py. */
    static String gdal(String... arguments) throws IOException, InterruptedException {
        require(
                Files.isExecutable(Path.of(PYTHON)) && succeeds(PYTHON, "-c", "import osgeo_utils.samples"),
                "GDAL for Python is not installed: apt-get install python3-gdal");
        Path script = ROOT.resolve("gam-app/src/test/python/globe_oracle.py");
        return run(null, command(List.of(PYTHON, script.toString()), List.of(arguments)));
    }

    /** A variable of a NetCDF file on nodes, as GDAL reads it. */
    static SourceNodes netcdf(Path file, String variable, Path scratch) throws IOException, InterruptedException {
        String[] shape = gdal("netcdf", file.toString(), variable, scratch.toString()).trim().split(" ", -1);
        assertThat(Double.parseDouble(shape[2])).isEqualTo(-180);
        assertThat(Double.parseDouble(shape[3])).isEqualTo(90);
        assertThat(Double.parseDouble(shape[5])).isEqualTo(Double.parseDouble(shape[4]));
        int columns = Integer.parseInt(shape[0]);
        int rows = Integer.parseInt(shape[1]);
        double[] values = new double[columns * rows];
        ByteBuffer.wrap(Files.readAllBytes(scratch))
                .order(ByteOrder.nativeOrder())
                .asDoubleBuffer()
                .get(values);
        return new SourceNodes(columns, rows, Double.parseDouble(shape[4]), values);
    }

    /** A global grid of nodes in the old form of GMT, which GDAL does not read; values beyond {@code limit} are void. */
    static SourceNodes gmt3(Path file, double step, double limit) throws IOException, InterruptedException {
        require(succeeds("ncdump", "-h", file.toString()), "ncdump is not installed: apt-get install netcdf-bin");
        String dump = run(null, List.of("ncdump", "-v", "z", "-p", "9,17", file.toString()));
        String data = dump.substring(dump.indexOf("z =", dump.indexOf("data:")) + 3, dump.lastIndexOf(';'));
        String[] words = data.split(",", -1);
        int columns = (int) Math.round(360 / step) + 1;
        int rows = (int) Math.round(180 / step) + 1;
        assertThat(words).hasSize(columns * rows);
        double[] values = new double[words.length];
        for (int i = 0; i < values.length; i++) {
            double value = Double.parseDouble(words[i].trim());
            values[i] = Math.abs(value) > limit ? Double.NaN : value;
        }
        return new SourceNodes(columns, rows, step, values);
    }

    /** Asks the reference reader for tiles, each a line "z x y"; its lines of answer follow header and metadata. */
    static List<String> pmtiles(Path archive, List<String> tiles, Path scratch) throws IOException, InterruptedException {
        Path node = ROOT.resolve("gam-formats/src/test/node");
        require(
                Files.isDirectory(node.resolve("node_modules/pmtiles")),
                "the reference reader is not installed: run 'npm ci' in gam-formats/src/test/node");
        Files.write(scratch, tiles);
        return run(scratch, List.of("node", node.resolve("read-archive.mjs").toString(), archive.toString()))
                .lines()
                .skip(2)
                .toList();
    }

    /** Judges STAC files by local schemas alone. */
    static String stac(List<Path> files) throws IOException, InterruptedException {
        Path test = ROOT.resolve("gam-pipeline/src/test");
        require(
                Files.isDirectory(test.resolve("node/node_modules/stac-node-validator")),
                "stac-node-validator is not installed: run 'npm ci' in gam-pipeline/src/test/node");
        List<String> validator = List.of(
                "node",
                test.resolve("node/validate.js").toString(),
                test.resolve("resources/stac-schemas").toString());
        return run(null, command(validator, files.stream().map(Path::toString).toList()));
    }

    private static List<String> command(List<String> program, List<String> arguments) {
        List<String> all = new ArrayList<>(program);
        all.addAll(arguments);
        return all;
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

    private static String run(@Nullable Path input, List<String> command)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("oracle", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            if (input != null) {
                builder.redirectInput(input.toFile());
            }
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out + Files.readString(errors)).isZero();
            return out;
        } finally {
            Files.delete(errors);
        }
    }
}
