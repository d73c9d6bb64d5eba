package org.geoanomaly.gam.pipeline.export.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.export.RegionFixture;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GeoPackage as SQLite and our reader see it. */
class GeoPackageTest {
    @TempDir
    private Path folder;

    private static GeoPackageContent content(RegionResult result) {
        return new GeoPackageContent(
                AnomalyTable.of(result),
                List.of(
                        new GeoPackageContent.Source("gravity", "survey-a"),
                        new GeoPackageContent.Source("gravity", "survey-b")),
                RegionFixture.START,
                "test",
                "<qgis/>");
    }

    private Path written(RegionResult result) {
        Path file = folder.resolve("gam.gpkg");
        GeoPackageWriter.write(file, content(result));
        return file;
    }

    private static List<String> query(Path file, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                java.sql.ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    @Test
    void anomalies_come_back_without_their_sizes() {
        for (RegionResult result : List.of(
                RegionFixture.western(),
                RegionFixture.across(),
                RegionFixture.ofOneModality(),
                RegionFixture.withoutAnomalies())) {
            List<Anomaly> read = GeoPackageReader.read(written(result)).rows();
            List<Anomaly> expected = AnomalyTable.of(result).rows();
            assertThat(read).hasSameSizeAs(expected);
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i))
                        .usingRecursiveComparison()
                        .ignoringFields("body")
                        .isEqualTo(expected.get(i));
                assertThat(read.get(i).body().extentM()).isNaN();
            }
        }
    }

    @Test
    void no_clock_leaves_a_trace() throws IOException, SQLException, InterruptedException {
        Path first = written(RegionFixture.western());
        byte[] bytes = Files.readAllBytes(first);
        Thread.sleep(1100); // SQLite's own clock counts seconds
        Path odd = Files.createDirectories(folder.resolve("a place? with #odd 100% näme"))
                .resolve("other.gpkg");
        GeoPackageWriter.write(odd, content(RegionFixture.western()));
        assertThat(Files.readAllBytes(odd)).isEqualTo(bytes);
        assertThat(query(
                        first,
                        "SELECT version, installed_by, installed_on, execution_time, success"
                                + " FROM flyway_schema_history ORDER BY installed_rank"))
                .containsExactly(
                        "1|gam|2026-01-02T03:04:05.000Z|0|1",
                        "2|gam|2026-01-02T03:04:05.000Z|0|1",
                        "3|gam|2026-01-02T03:04:05.000Z|0|1");
        assertThat(query(first, "SELECT DISTINCT last_change FROM gpkg_contents"))
                .containsExactly("2026-01-02T03:04:05.000Z");
        assertThat(
                        query(
                                first,
                                "SELECT f_table_name, f_geometry_column, styleQML, useAsDefault, update_time FROM layer_styles"))
                .containsExactly("anomalies|geom|<qgis/>|1|2026-01-02T03:04:05.000Z");
        assertThat(query(first, "PRAGMA page_size")).containsExactly("4096");
        assertThat(query(first, "PRAGMA user_version")).containsExactly("10300");
    }

    @Test
    void every_contribution_names_its_sources() throws SQLException {
        assertThat(query(
                        written(RegionFixture.western()),
                        "SELECT anomaly_id, modality, source, timestamp FROM metadata ORDER BY fid"))
                .startsWith(
                        "A001|gravity|survey-a|2026-01-02T03:04:05.000Z",
                        "A001|gravity|survey-b|2026-01-02T03:04:05.000Z",
                        "A002|gravity|survey-a|2026-01-02T03:04:05.000Z")
                .hasSize(6);
    }

    @Test
    void writing_says_nothing() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(ear);
        System.setErr(ear);
        try {
            written(RegionFixture.western());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        // The one voice allowed is the logging facade's when no library is there to log, as in this module's tests.
        assertThat(said.toString(StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("SLF4J")))
                .isEmpty();
    }

    @Test
    void a_failure_leaves_the_former_file_and_nothing_else() throws IOException {
        Path file = written(RegionFixture.western());
        byte[] before = Files.readAllBytes(file);
        Anomaly one = AnomalyTable.of(RegionFixture.ofOneModality()).rows().get(0);
        GeoPackageContent twice = new GeoPackageContent(
                new AnomalyTable(List.of("gravity"), List.of(one, one)), List.of(), RegionFixture.START, "test", "");
        assertThatThrownBy(() -> GeoPackageWriter.write(file, twice))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("cannot write " + file + ": ")
                .hasMessageContaining("UNIQUE");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void damage_is_one_sentence() throws IOException, SQLException {
        Path file = written(RegionFixture.western());
        byte[] good = Files.readAllBytes(file);
        refused(file, new byte[0], "is an SQLite file, but no GeoPackage");
        refused(file, "<html>".repeat(2000).getBytes(StandardCharsets.UTF_8), "cannot be read as a GeoPackage: ");
        refused(file, java.util.Arrays.copyOf(good, good.length / 2), "");
        byte[] holed = good.clone();
        java.util.Arrays.fill(holed, 4096, holed.length, (byte) 0x5A);
        refused(file, holed, "");
        refused(folder.resolve("none.gpkg"), null, "is missing");
        refused(folder, null, "is missing");
        Files.write(file, good);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE anomalies SET lat = 1 WHERE id = 'A002'");
        }
        assertThatThrownBy(() -> GeoPackageReader.read(file))
                .hasMessage(file + " shows anomaly A002 elsewhere than its lat and lon say");
    }

    private static void refused(Path file, byte @org.jspecify.annotations.Nullable [] content, String why)
            throws IOException {
        if (content != null) {
            Files.write(file, content);
        }
        assertThatThrownBy(() -> GeoPackageReader.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(file + " " + why)
                .message()
                .doesNotContain("\n");
    }
}
