package org.geoanomaly.gam.pipeline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.source.SourceCatalogue;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ManifestStoreTest {
    @TempDir
    Path dir;

    @Test
    void what_is_written_is_read_back_and_equal_content_is_equal_bytes() throws IOException {
        ManifestStore.write(dir, manifest());
        byte[] first = Files.readAllBytes(dir.resolve(ManifestStore.PATH));
        assertThat(ManifestStore.read(dir)).isEqualTo(manifest());
        ManifestStore.write(dir, ManifestStore.read(dir));
        assertThat(Files.readAllBytes(dir.resolve(ManifestStore.PATH))).isEqualTo(first);
    }

    @Test
    void inputs_carry_the_fields_of_the_design_and_outputs_are_sorted() {
        JsonNode json = JsonProduct.mapper().readTree(JsonProduct.bytes(manifest()));
        assertThat(json.path("run_id").asString()).isEqualTo("r1");
        assertThat(json.path("created_at").asString()).isEqualTo("2026-01-01T00:00:00Z");
        JsonNode input = json.path("inputs").path(0);
        assertThat(input.propertyNames())
                .contains("source_url", "filename", "sha256", "size_bytes", "acquired_at_iso", "license", "citation")
                .contains("quantity", "resolution_deg", "layer");
        assertThat(input.path("acquired_at_iso").asString()).isEqualTo("2024-05-06T07:08:09Z");
        assertThat(json.path("outputs").path(0).path("path").asString()).isEqualTo("cog/a.tif");
        assertThat(json.path("outputs").path(0).propertyNames()).containsExactly("path", "sha256", "size_bytes");
    }

    @Test
    void one_record_for_each_input() {
        ManifestStore.writeInput(dir, manifest().inputs().get(0));
        assertThat(dir.resolve("manifest/input_mag.json")).exists();
        assertThat(ManifestStore.readInput(dir, "mag"))
                .isEqualTo(manifest().inputs().get(0));
        assertThatThrownBy(() -> ManifestStore.inputPath("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_configurations_checksum_does_not_depend_on_the_order_of_keys() {
        assertThat(snapshot("{\"b\": 1, \"a\": {\"d\": [1, {\"z\": 1, \"y\": 2}], \"c\": null}}"))
                .isEqualTo(snapshot("{\"a\": {\"c\": null, \"d\": [1, {\"y\": 2, \"z\": 1}]}, \"b\": 1}"));
        assertThat(snapshot("{\"a\": 1}").sha256()).isEqualTo(Sha256.of("{\"a\":1}"));
        assertThat(snapshot("{\"a\": 1}").sha256())
                .isNotEqualTo(snapshot("{\"a\": 2}").sha256());
    }

    @Test
    void damage_and_contradictions_are_one_sentence() throws IOException {
        ManifestStore.write(dir, manifest());
        String good = Files.readString(dir.resolve(ManifestStore.PATH));
        refuse("", "is not a valid manifest");
        refuse("null", "");
        refuse("{}", "");
        refuse("[1]", "is not a valid manifest");
        refuse(good.substring(0, good.length() / 2), "is not a valid manifest");
        refuse(good.replace("cog/a.tif", "../../etc/passwd"), "impossible or repeated output");
        refuse(good.replace("cog/a.tif", "cog/b.tif"), "impossible or repeated output");
        refuse(
                good.replace("\"grid_res\" : 0.1", "\"grid_res\" : 0.2")
                        .replace("\"grid_res\": 0.1", "\"grid_res\": 0.2"),
                "configuration");
        refuse(good.replace("2026-01-01T00:00:00Z", "yesterday"), "created_at");
        refuse(good.replace("2024-05-06T07:08:09Z", "once"), "acquired_at_iso");
        refuse(good.replace(Sha256.of("mag"), "x"), "checksum");
        Files.delete(dir.resolve(ManifestStore.PATH));
        assertThatThrownBy(() -> ManifestStore.read(dir))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("is missing");
    }

    private void refuse(String json, String why) throws IOException {
        Files.writeString(dir.resolve(ManifestStore.PATH), json);
        assertThatThrownBy(() -> ManifestStore.read(dir))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(why);
    }

    private static ConfigurationSnapshot snapshot(String json) {
        return ConfigurationSnapshot.of(JsonProduct.mapper().readTree(json));
    }

    private static RunManifest manifest() {
        ResolvedSource input = new ResolvedSource(
                SourceCatalogue.builtIn().find("emag2-v2-1deg"),
                Path.of("/data/magnetic/EMAG2_V2_1x1.grd"),
                Sha256.of("mag"),
                262_756,
                Instant.parse("2024-05-06T07:08:09Z"),
                ResolvedSource.Origin.MIRROR);
        return new RunManifest(
                new RunManifest.Run("r1", "GeoAnomalyMapper", "0.1.0", "2026-01-01T00:00:00Z", false),
                snapshot("{\"preprocessing\": {\"grid_res\": 0.1}}"),
                List.of(InputRecord.of("mag", input)),
                List.of(
                        OutputRecord.of(new ProductFile("cog/b.tif", 5, Sha256.of("b"))),
                        OutputRecord.of(new ProductFile("cog/a.tif", 4, Sha256.of("a")))),
                new RunSummary(
                        648,
                        647,
                        List.of(new RunSummary.FailedTile("t_N30_E120", "fuse", "no data")),
                        List.of("one"),
                        List.of()));
    }
}
