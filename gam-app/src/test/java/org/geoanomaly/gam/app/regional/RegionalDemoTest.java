package org.geoanomaly.gam.app.regional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.geoanomaly.gam.app.cli.InProcess;
import org.geoanomaly.gam.app.viewer.NodeTests;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.demo.region.RegionDemo;
import org.geoanomaly.gam.pipeline.demo.region.RegionScene;
import org.geoanomaly.gam.pipeline.export.AnomalyFiles;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was planted is found, what was not is not, and neither tiles nor threads change the answer. */
class RegionalDemoTest {
    /** Tables only: drawing takes most of the time of a small run. */
    private static final String TABLES = "visualization.export_formats=[csv, netcdf]";

    private static final Map<String, String> FIXED_TIME = Map.of("SOURCE_DATE_EPOCH", "1767225600");
    /** Two views of one body may differ by half a grid step. */
    private static final double PLACE_DEG = 0.05;
    /** Part of the depth and of the score: each tile grids its own readings, and estimates their errors from its own. */
    private static final double DEPTH_PART = 0.2;

    private static final double SCORE_PART = 0.35;

    @TempDir
    private static Path shared = Path.of("");

    private static InProcess demo = new InProcess(-1, "", "");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void run_the_small_region() {
        demo = demo(shared, "--json", "--set", "visualization.export_formats=[csv, netcdf, html]");
    }

    /** Also in Firefox, which draws no WebGL where there is no graphics card and has to say so. */
    @TestFactory
    Stream<DynamicTest> both_bodies_are_seen_in_the_report(@TempDir Path scratch) throws Exception {
        NodeTests.assumeInstalled();
        String planted = """
                [{"name": "mafic intrusion", "lat": 42.82, "lon": -36.55, "depth": 6000},
                 {"name": "salt diapir", "lat": 42.36, "lon": -35.85, "depth": 5250}]
                """;
        Map<String, String> environment =
                Map.of("GAM_REPORT", shared.resolve("result/report.html").toString(), "GAM_PLANTED", planted);
        List<DynamicTest> tests = new ArrayList<>();
        NodeTests.run("demo.test.mjs", environment, scratch).forEach(tests::add);
        if (NodeTests.firefox()) {
            NodeTests.run("firefox.test.mjs", environment, scratch).forEach(tests::add);
        }
        return tests.stream();
    }

    @Test
    void every_body_of_the_small_region_is_found_within_the_bounds() throws Exception {
        assertThat(demo.code()).as(demo.err() + demo.out()).isZero();
        assertThat(demo.out())
                .contains("\"passed\": true", "\"verdict\": \"FOUND\"")
                .doesNotContain("MISSED");
        assertThat(shared.resolve("score.json")).exists();
        assertThat(Files.readString(shared.resolve("truth.csv"))).contains("synthetic salt diapir");
        assertThat(Files.readString(shared.resolve("demo.yaml"))).contains("SYNTHETIC");
        assertThat(Files.readString(shared.resolve("result/manifest.json"))).contains("synthetic");
    }

    @Test
    void the_middle_of_every_planted_body_lies_in_the_depths_of_the_one_found() throws Exception {
        List<Anomaly> found = AnomalyFiles.read(shared.resolve("result")).rows();
        List<String[]> planted = Files.readAllLines(shared.resolve("truth.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(row -> row[row.length - 1].equals("yes"))
                .toList();
        assertThat(planted).isNotEmpty();
        for (String[] body : planted) {
            double middle = 0.5 * (Double.parseDouble(body[4]) + Double.parseDouble(body[5]));
            Anomaly nearest = found.stream()
                    .filter(a -> a.type().equals(body[1]))
                    .min(Comparator.comparingDouble(a -> Math.hypot(
                            a.peak().lat() - Double.parseDouble(body[2]),
                            a.peak().lon() - Double.parseDouble(body[3]))))
                    .orElseThrow();
            assertThat(middle)
                    .as(body[0])
                    .isBetween(nearest.body().depthMin(), nearest.body().depthMax());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nothing_is_found_in_noise_alone(long seed) {
        InProcess twin = demo(folder, "--noise-only", "--seed", Long.toString(seed));
        assertThat(twin.code()).as(twin.err() + twin.out()).isZero();
        assertThat(twin.out()).contains("0 bodies planted").doesNotContain("false alarm");
    }

    @Test
    void four_tiles_find_what_one_tile_finds() throws Exception {
        List<Anomaly> one = AnomalyFiles.read(shared.resolve("result")).rows();
        InProcess tiled = run(shared.resolve("demo.yaml"), folder, "--set", "core.tile_size=1");
        assertThat(tiled.code()).as(tiled.err()).isZero();
        List<Anomaly> four = AnomalyFiles.read(folder).rows();
        assertThat(four).hasSameSizeAs(one).isNotEmpty();
        for (Anomaly a : one) {
            assertThat(four).as(a.toString()).anySatisfy(b -> {
                assertThat(b.type()).isEqualTo(a.type());
                assertThat(b.peak().lat()).isCloseTo(a.peak().lat(), Offset.offset(PLACE_DEG));
                assertThat(b.peak().lon()).isCloseTo(a.peak().lon(), Offset.offset(PLACE_DEG));
                assertThat(b.peak().depth())
                        .isCloseTo(
                                a.peak().depth(),
                                Offset.offset(DEPTH_PART * a.peak().depth()));
                assertThat(b.score()).isCloseTo(a.score(), Offset.offset(SCORE_PART * Math.abs(a.score())));
            });
        }
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws IOException {
        RegionDemo tiny = new RegionDemo(RegionScene.tiny(4), folder);
        tiny.write(2, ProgressListener.SILENT);
        Path output = folder.resolve("out");
        InProcess first = run(tiny.configuration(), output, "--workers", "1");
        assertThat(first.code()).as(first.err()).isZero();
        SortedMap<String, String> one = RegionalProducts.of(output);
        RegionalProducts.remove(output);
        RegionalProducts.remove(folder.resolve("cache"));
        InProcess second = run(tiny.configuration(), output, "--workers", "2");
        assertThat(second.code()).as(second.err()).isZero();
        SortedMap<String, String> two = RegionalProducts.of(output);
        assertThat(two).containsKey("anomalies.csv");
        one.keySet().removeIf(RegionalDemoTest::tellsSettings);
        two.keySet().removeIf(RegionalDemoTest::tellsSettings);
        assertThat(two).isEqualTo(one);
    }

    /** The manifest states the configuration, the number of threads with it. */
    private static boolean tellsSettings(String name) {
        return name.equals("manifest.json");
    }

    private static InProcess demo(Path folder, String... options) {
        return InProcess.run(
                FIXED_TIME,
                with(
                        Stream.of("demo", folder.toString(), "--size", "small", "--no-progress", "--set", TABLES),
                        options));
    }

    private static InProcess run(Path config, Path output, String... options) {
        return InProcess.run(
                FIXED_TIME,
                with(
                        Stream.of(
                                "run",
                                config.toString(),
                                "--output",
                                output.toString(),
                                "--no-progress",
                                "--set",
                                TABLES),
                        options));
    }

    private static String[] with(Stream<String> words, String... options) {
        return Stream.concat(words, Stream.of(options)).toArray(String[]::new);
    }
}
