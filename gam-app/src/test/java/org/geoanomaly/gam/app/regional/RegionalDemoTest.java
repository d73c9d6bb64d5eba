package org.geoanomaly.gam.app.regional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.geoanomaly.gam.app.cli.InProcess;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.export.AnomalyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was planted is found, what was not is not, and neither tiles nor threads change the answer. */
class RegionalDemoTest {
    /** Tables only: drawing takes most of the time of a small run. */
    private static final String TABLES = "visualization.export_formats=[csv, netcdf]";
    private static final Map<String, String> FIXED_TIME = Map.of("SOURCE_DATE_EPOCH", "1767225600");
    /** Two views of one body may differ by this part of a grid step of 0.1 degrees. */
    private static final double PLACE_DEG = 0.05;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_body_of_the_small_region_is_found_within_the_bounds() throws Exception {
        InProcess demo = demo("--json");
        assertThat(demo.code()).as(demo.err() + demo.out()).isZero();
        assertThat(demo.out()).contains("\"passed\": true", "\"verdict\": \"FOUND\"").doesNotContain("MISSED");
        assertThat(folder.resolve("score.json")).exists();
        assertThat(Files.readString(folder.resolve("truth.csv"))).contains("synthetic salt diapir");
        assertThat(Files.readString(folder.resolve("demo.yaml"))).contains("SYNTHETIC");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_is_found_in_noise_alone(long seed) throws Exception {
        InProcess demo = demo("--noise-only", "--seed", Long.toString(seed));
        assertThat(demo.code()).as(demo.err() + demo.out()).isZero();
        assertThat(demo.out()).contains("0 bodies planted").doesNotContain("false alarm");
    }

    @Test
    void four_tiles_find_what_one_tile_finds() throws Exception {
        assertThat(demo().code()).isZero();
        List<Anomaly> one = AnomalyFiles.read(folder.resolve("result")).rows();
        InProcess tiled = run("tiled", "core.tile_size=1");
        assertThat(tiled.code()).as(tiled.err()).isZero();
        List<Anomaly> four = AnomalyFiles.read(folder.resolve("tiled")).rows();
        assertThat(four).hasSameSizeAs(one);
        for (Anomaly a : one) {
            assertThat(four).as(a.toString()).anySatisfy(b -> {
                assertThat(b.type()).isEqualTo(a.type());
                assertThat(b.peak().lat()).isCloseTo(a.peak().lat(), within(PLACE_DEG));
                assertThat(b.peak().lon()).isCloseTo(a.peak().lon(), within(PLACE_DEG));
                assertThat(b.peak().depth()).isCloseTo(a.peak().depth(), within(0.2 * a.peak().depth()));
                assertThat(b.score()).isCloseTo(a.score(), within(0.2 * Math.abs(a.score())));
            });
        }
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws Exception {
        assertThat(demo("--workers", "1").code()).isZero();
        SortedMap<String, String> one = RegionalProducts.of(folder.resolve("result"));
        RegionalProducts.remove(folder.resolve("result"));
        RegionalProducts.remove(folder.resolve("cache"));
        assertThat(demo("--workers", "2").code()).isZero();
        assertThat(RegionalProducts.of(folder.resolve("result"))).isEqualTo(one).containsKey("anomalies.csv");
    }

    private static Offset<Double> within(double tolerance) {
        return Offset.offset(tolerance);
    }

    private InProcess demo(String... options) throws IOException {
        return InProcess.run(
                FIXED_TIME,
                Stream.concat(
                                Stream.of(
                                        "demo", folder.toString(), "--size", "small", "--no-progress", "--set", TABLES),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private InProcess run(String output, String assignment) {
        return InProcess.run(
                FIXED_TIME,
                "run",
                folder.resolve("demo.yaml").toString(),
                "--output",
                folder.resolve(output).toString(),
                "--no-progress",
                "--set",
                TABLES,
                "--set",
                assignment);
    }
}
