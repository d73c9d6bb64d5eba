package org.geoanomaly.gam.pipeline.export.anomalies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.export.RegionFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text of the tables. */
class AnomalyTablesTest {
    @TempDir
    private Path folder;

    private static String csv(AnomalyTable table) {
        return new String(AnomalyCsv.bytes(table), StandardCharsets.UTF_8);
    }

    @Test
    void csv_has_exactly_these_columns_and_digits() {
        assertThat(csv(AnomalyTable.of(RegionFixture.western()))).isEqualTo("""
                        anomaly_id,lat,lon,depth,confidence,anomaly_type,score,contribution_gravity,contribution_magnetic,extent_m,volume_m3,depth_min,depth_max
                        A001,-31.25,-70.25,750,0.987654,"dense, magnetic ""body""\",8.9,5.4,3.5,25000,1250000000000,250,4000
                        A002,-30.75,-69.1234568,4500,0.25,void,0,0,0,0,1000000000,4000,5000
                        A003,-30.65,-69.1234568,125,0.2,unclassified,2.25,2.25,,100,2000000000,0,250
                        """);
    }

    @Test
    void no_anomalies_leave_the_header() {
        assertThat(csv(AnomalyTable.of(RegionFixture.withoutAnomalies())))
                .isEqualTo("anomaly_id,lat,lon,depth,confidence,anomaly_type,score,contribution_gravity,"
                        + "contribution_magnetic,extent_m,volume_m3,depth_min,depth_max\n");
    }

    @Test
    void tables_come_back_from_csv_and_geojson() throws IOException {
        for (AnomalyTable table : new AnomalyTable[] {
            AnomalyTable.of(RegionFixture.western()),
            AnomalyTable.of(RegionFixture.across()),
            AnomalyTable.of(RegionFixture.withoutAnomalies()),
            AnomalyTable.of(RegionFixture.ofOneModality())
        }) {
            Path csv = Files.write(folder.resolve("a.csv"), AnomalyCsv.bytes(table));
            assertThat(AnomalyCsv.read(csv)).isEqualTo(table);
            Path json = Files.write(folder.resolve("a.geojson"), AnomalyGeoJson.bytes(table));
            assertThat(AnomalyGeoJson.read(json, table.modalities())).isEqualTo(table);
        }
    }

    @Test
    void a_box_across_the_antimeridian_has_its_west_east_of_its_east() {
        JsonNode root = JsonMapper.shared().readTree(AnomalyGeoJson.bytes(AnomalyTable.of(RegionFixture.across())));
        assertThat(root.path("bbox").toString()).isEqualTo("[179.25,50.75,-179.125,51.35]");
        assertThat(root.path("features")
                        .path(1)
                        .path("geometry")
                        .path("coordinates")
                        .toString())
                .isEqualTo("[-179.125,51.25]");
        JsonNode west = JsonMapper.shared().readTree(AnomalyGeoJson.bytes(AnomalyTable.of(RegionFixture.western())));
        assertThat(west.path("bbox").toString()).isEqualTo("[-70.25,-31.25,-69.1234568,-30.65]");
    }

    @Test
    void a_collection_without_features_has_no_box() {
        JsonNode root =
                JsonMapper.shared().readTree(AnomalyGeoJson.bytes(AnomalyTable.of(RegionFixture.withoutAnomalies())));
        assertThat(root.has("bbox")).isFalse();
        assertThat(root.path("features").isArray()).isTrue();
        assertThat(root.path("features")).isEmpty();
    }

    @Test
    void properties_are_the_columns_and_missing_numbers_null() {
        AnomalyTable table = AnomalyTable.of(RegionFixture.western());
        JsonNode root = JsonMapper.shared().readTree(AnomalyGeoJson.bytes(table));
        JsonNode third = root.path("features").path(2).path("properties");
        assertThat(third.propertyNames()).containsExactlyElementsOf(table.columns());
        assertThat(third.path("contribution_magnetic").isNull()).isTrue();
        assertThat(third.path("contribution_gravity").doubleValue()).isEqualTo(2.25);
    }

    @Test
    void damaged_tables_are_one_sentence() throws IOException {
        String good = csv(AnomalyTable.of(RegionFixture.western()));
        refused("", "is empty");
        refused("<html>\n", "is not a table of anomalies: its columns are <html>");
        refused(good.substring(0, good.length() - 5), "is truncated: its last line has no end");
        refused(good.replace("0.987654", "sure"), "row 1: 'sure' in confidence is not a number");
        refused(good.replace(",void", ""), "row 2 has 12 cells instead of 13");
        refused(good.replace("contribution_gravity", "gravity"), "has an unknown column 'gravity'");
        Path json = Files.writeString(folder.resolve("x.geojson"), "{\"type\":\"Feature\"}");
        assertThatThrownBy(() -> AnomalyGeoJson.read(json, java.util.List.of()))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(json + " is not a GeoJSON FeatureCollection");
    }

    private void refused(String text, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), text);
        assertThatThrownBy(() -> AnomalyCsv.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(file + " " + problem);
    }
}
