package org.geoanomaly.gam.app.regional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.geoanomaly.gam.app.cli.InProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code gam run} cannot do, it says in one sentence that names what is wrong, and leaves nothing half-written. */
class RegionalErrorTest {
    private static final String BOX = "--bbox=42,43.2,-37,-35.4";
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int PARTIAL = 3;

    @TempDir
    private Path folder = Path.of("");

    private record Ended(InProcess process, Path output) {}

    @Test
    void without_a_box_says_what_to_give() throws Exception {
        assertRefused(run(gravity(stations(400, 1))), USAGE, "data.bbox", "--bbox");
    }

    @Test
    void an_impossible_box_says_the_order() throws Exception {
        assertRefused(run(gravity(stations(400, 1)), "--bbox=44,42,-37,-35"), USAGE, "south", "44");
    }

    @Test
    void a_box_without_data_says_so() throws Exception {
        assertRefused(run(gravity(stations(400, 1)), "--bbox=10,11.5,20,22"), FAILED, "gravity");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void a_few_stations_are_no_survey(int stations) throws Exception {
        assertRefused(run(gravity(stations(stations, 1)), BOX), FAILED, "gravity", "complete reading");
    }

    @Test
    void a_grid_of_nothing_but_holes_is_refused() throws Exception {
        assertRefused(run(gravityGrid(true), BOX), FAILED, "gravity");
    }

    @Test
    void micrometres_per_second_squared_given_as_milligal_are_noticed() throws Exception {
        assertRefused(run(gravity(stations(400, 10)), BOX), FAILED, "mGal");
    }

    @Test
    void tesla_given_as_nanotesla_are_noticed() throws Exception {
        Path file = table(
                "tesla.csv",
                "longitude,latitude,height_m,total_field_anomaly_nt",
                400,
                (x, y) -> String.format(Locale.ROOT, "300,%.6e", 2e-7 * Math.sin(9 * x) * Math.cos(8 * y)));
        assertRefused(
                run(
                        "data: {sources: {magnetic: {path: '" + file + "', quantity: total_field_anomaly, unit: nT}}}",
                        BOX),
                FAILED,
                "nT");
    }

    @Test
    void a_missing_file_is_named() throws Exception {
        assertRefused(run(gravity(folder.resolve("nowhere.csv")), BOX), FAILED, "nowhere.csv");
    }

    @Test
    void an_unknown_modality_gets_the_nearest_name() throws Exception {
        assertRefused(run(gravity(stations(400, 1)), BOX, "--modalities", "gravty"), USAGE, "gravty", "gravity");
    }

    @Test
    void an_unknown_plugin_is_named() throws Exception {
        assertRefused(
                run(gravity(stations(400, 1)), BOX, "--set", "modeling.inversion_type=smoth"),
                USAGE,
                "smoth",
                "smooth");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("occupied"), "a file, no folder");
        Ended ended = runTo(file.resolve("out"), gravity(stations(400, 1)), BOX);
        assertSentence(ended.process(), FAILED, "occupied");
    }

    @Test
    void one_modality_alone_works() throws Exception {
        Ended ended = run(both(stations(300, 1)), BOX, "--modalities", "gravity");
        assertThat(ended.process().code()).as(ended.process().err()).isZero();
        assertThat(ended.output().resolve("models/gravity.nc")).exists();
        assertThat(ended.output().resolve("models/magnetic.nc")).doesNotExist();
    }

    @Test
    void a_failed_modality_is_a_gap_in_summary_manifest_and_report() throws Exception {
        Ended ended = run(both(stations(300, 1)), BOX);
        assertThat(ended.process().code()).as(ended.process().err()).isEqualTo(PARTIAL);
        assertThat(ended.process().out()).contains("missing   magnetic");
        assertThat(Files.readString(ended.output().resolve("manifest.json"))).contains("absent.csv");
        assertThat(Files.readString(ended.output().resolve("report.html"))).contains("absent.csv");
    }

    private static void assertRefused(Ended ended, int code, String... words) throws IOException {
        assertSentence(ended.process(), code, words);
        if (Files.isDirectory(ended.output())) {
            try (Stream<Path> files = Files.walk(ended.output())) {
                List<String> left = files.filter(Files::isRegularFile)
                        .map(f -> ended.output().relativize(f).toString())
                        .filter(f -> !f.startsWith("logs/") && !f.startsWith("work/") && !f.equals(".gam.lock"))
                        .toList();
                assertThat(left).isEmpty();
            }
        }
    }

    private static void assertSentence(InProcess process, int code, String... words) {
        assertThat(process.code()).as(process.err()).isEqualTo(code);
        List<String> errors =
                process.err().lines().filter(l -> l.startsWith("error[")).toList();
        assertThat(errors).as(process.err()).hasSize(1);
        assertThat(process.err()).contains(words).doesNotContain("\tat ").doesNotContain("unexpected ");
        assertThat(errors.get(0).length()).as(errors.get(0)).isLessThan(500);
    }

    private Ended run(String yaml, String... options) throws IOException {
        return runTo(folder.resolve("out"), yaml, options);
    }

    private Ended runTo(Path output, String yaml, String... options) throws IOException {
        Path config = Files.writeString(folder.resolve("config.yaml"), yaml);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                config.toString(),
                "--output",
                output.toString(),
                "--no-progress",
                "--set",
                "data.cache_dir=" + folder.resolve("cache"),
                "--set",
                "preprocessing.grid_res=0.15",
                "--set",
                "modeling.mesh={max_depth_km: 10, padding_cells: 2}"));
        arguments.addAll(List.of(options));
        return new Ended(InProcess.run(Map.of(), arguments.toArray(String[]::new)), output);
    }

    private static String gravity(Path file) {
        return "data: {sources: {gravity: {path: '" + file + "', quantity: free_air_anomaly, unit: mGal}}}";
    }

    private String both(Path file) {
        return "data: {sources: {gravity: {path: '" + file
                + "', quantity: free_air_anomaly, unit: mGal}, magnetic: {path: '" + folder.resolve("absent.csv")
                + "'}}}";
    }

    private interface Row {
        String at(double lon, double lat);
    }

    /** Free-air anomalies around the box, with a body in its middle. */
    private Path stations(int count, double factor) throws IOException {
        double scale = factor == 1 ? 1 : 10_000;
        return table("stations.csv", "longitude,latitude,height_m,free_air_anomaly", count, (x, y) -> {
            double body = 40 * Math.exp(-((x + 36.2) * (x + 36.2) + (y - 42.6) * (y - 42.6)) / 0.03);
            return String.format(Locale.ROOT, "100,%.3f", scale * (body + Math.sin(40 * x) * Math.cos(50 * y)));
        });
    }

    private Path table(String name, String header, int count, Row row) throws IOException {
        StringBuilder csv = new StringBuilder(header).append('\n');
        int across = (int) Math.ceil(Math.sqrt(count));
        for (int k = 0; k < count; k++) {
            double lon = -37.5 + 2.6 * (k % across + 0.5) / across + 0.01 * Math.sin(k);
            double lat = 41.5 + 2.2 * (Math.floorDiv(k, across) + 0.5) / across + 0.01 * Math.cos(k);
            csv.append(String.format(Locale.ROOT, "%.5f,%.5f,%s%n", lon, lat, row.at(lon, lat)));
        }
        return Files.writeString(folder.resolve(name), csv.toString(), StandardCharsets.UTF_8);
    }

    private String gravityGrid(boolean holes) throws IOException {
        StringBuilder gdf = new StringBuilder("""
                product_type gravity_field
                modelname holes
                functional gravity_anomaly_cl
                unit mgal
                refsysname WGS84
                latlimit_north 45.0
                latlimit_south 41.0
                longlimit_west 321.0
                longlimit_east 327.0
                gridstep 0.5
                latitude_parallels 9
                longitude_parallels 13
                number_of_gridpoints 117
                gapvalue 99999.0
                grid_format long_lat_value
                end_of_head ====
                """);
        for (int r = 0; r < 9; r++) {
            for (int c = 0; c < 13; c++) {
                gdf.append(String.format(
                        Locale.ROOT, "%.1f %.1f %.1f%n", 321 + 0.5 * c, 45 - 0.5 * r, holes ? 99999.0 : 1.0 * c));
            }
        }
        Path file = Files.writeString(folder.resolve("holes.gdf"), gdf.toString(), StandardCharsets.UTF_8);
        return "data: {sources: {gravity: {path: '" + file + "'}}}";
    }
}
