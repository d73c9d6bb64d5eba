package org.geoanomaly.gam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.geoanomaly.gam.pipeline.config.ExportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gam anomalies} and {@code gam validate} on the output of a regional run, as a user types them. */
class AnomaliesCommandTest {
    private static final ExportFormat[] ALL = {
        ExportFormat.CSV,
        ExportFormat.GEOJSON,
        ExportFormat.GPKG,
        ExportFormat.NETCDF,
        ExportFormat.VTI,
        ExportFormat.TIF
    };

    @TempDir
    private Path folder;

    private static InProcess gam(String... arguments) {
        return InProcess.run(Map.of(), arguments);
    }

    @Test
    void a_table_shows_all() {
        RegionalOutput.write(folder, ALL);
        InProcess run = gam("anomalies", folder.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        ID    TYPE       LAT        LON  DEPTH m  CONFIDENCE  SCORE  GRAVITY
                        A001  dense  11.2500   179.7500   12,345        0.95  +9.50    +9.50
                        A002  void   10.7500  -179.2500   12,345        0.40  +4.00    +4.00
                        2 of 2 anomalies
                        """);
        assertThat(run.code()).isZero();
    }

    @Test
    void filters_choose() {
        RegionalOutput.write(folder, ExportFormat.GPKG);
        String dir = folder.toString();
        assertThat(gam("anomalies", dir, "--min-confidence", "0.5").out())
                .contains("A001")
                .endsWith("1 of 2 anomalies\n");
        assertThat(gam("anomalies", dir, "--type", "VOID").out())
                .contains("A002")
                .doesNotContain("A001");
        assertThat(gam("anomalies", dir, "--bbox", "10,12,179,-179.5").out())
                .contains("A001")
                .doesNotContain("A002");
        assertThat(gam("anomalies", dir, "--bbox", "10,11,-180,-179").out())
                .contains("A002")
                .doesNotContain("A001");
        assertThat(gam("anomalies", dir, "--type", "salt").out())
                .isEqualTo("none of 2 anomalies matches; their types are dense, void\n");
    }

    @Test
    void csv_is_the_product_itself_and_stands_in_for_the_geopackage() throws IOException {
        RegionalOutput.write(folder, ExportFormat.CSV, ExportFormat.GPKG);
        String csv = Files.readString(folder.resolve("anomalies.csv"));
        assertThat(gam("anomalies", folder.toString(), "--format", "csv").out()).isEqualTo(csv);
        Files.delete(folder.resolve("gam.gpkg"));
        assertThat(gam("anomalies", folder.toString(), "--format", "csv").out()).isEqualTo(csv);
        assertThat(gam("anomalies", folder.toString(), "--format", "geojson", "--type", "dense")
                        .out())
                .contains("\"FeatureCollection\"")
                .contains("179.75")
                .doesNotContain("A002");
    }

    @Test
    void json_is_for_programs() {
        RegionalOutput.write(folder, ExportFormat.GPKG);
        assertThat(gam("anomalies", folder.toString(), "--json", "--type", "void")
                        .out())
                .isEqualTo("{\"anomalies\":[{\"anomaly_id\":\"A002\",\"anomaly_type\":\"void\",\"confidence\":0.4,"
                        + "\"contributions\":{\"gravity\":4.0},\"depth\":12345.0,\"lat\":10.75,\"lon\":-179.25,"
                        + "\"score\":4.0}],\"directory\":\"" + folder + "\",\"found\":2,\"shown\":1}\n");
    }

    @Test
    void what_cannot_be_read_is_one_sentence() throws IOException {
        String none = folder.resolve("none").toString();
        assertThat(gam("anomalies", none).err()).startsWith("error[format]: " + none + " is no directory\n");
        InProcess empty = gam("anomalies", folder.toString());
        assertThat(empty.err())
                .startsWith("error[format]: " + folder
                        + " holds no anomalies: there is neither gam.gpkg nor anomalies.csv\n");
        assertThat(empty.code()).isEqualTo(1);
        Files.writeString(folder.resolve("gam.gpkg"), "<html>".repeat(1000));
        assertThat(gam("anomalies", folder.toString()).err())
                .startsWith("error[format]: " + folder + "/gam.gpkg cannot be read as a GeoPackage: ")
                .hasLineCount(1);
    }

    @Test
    void impossible_filters_are_usage_errors() {
        RegionalOutput.write(folder, ExportFormat.CSV);
        String dir = folder.toString();
        assertThat(gam("anomalies", dir, "--min-confidence", "80").code()).isEqualTo(2);
        assertThat(gam("anomalies", dir, "--bbox", "1,2,3").err()).contains("--bbox: bounding box '1,2,3' needs four");
        assertThat(gam("anomalies", dir, "--bbox", "1,2,3").code()).isEqualTo(2);
        assertThat(gam("anomalies", dir, "--format", "xml").err()).contains("use table, csv or geojson");
    }

    @Test
    void validate_re_checks_a_regional_output() throws IOException {
        RegionalOutput.write(folder, ALL);
        InProcess good = gam("validate", folder.toString());
        assertThat(good.out()).contains("COG").contains("2 anomalies, anomalies.csv = anomalies.geojson = gam.gpkg");
        assertThat(good.code()).isZero();
        Files.writeString(folder.resolve("anomalies.csv"), "anomaly_id\n");
        InProcess bad = gam("validate", folder.toString());
        assertThat(bad.out()).contains("anomalies.csv: was altered: it is not the file in the manifest");
        assertThat(bad.code()).isEqualTo(4);
    }
}
