package org.geoanomaly.gam.pipeline.stac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StacItemTest {
    private static final TileId TILE = TileId.parse("t_N30_E120");
    private static final Path NAME = Path.of("t_N30_E120_mag.json");

    @Test
    void flat_fields_of_the_original_design_stand_at_the_top() {
        JsonNode item = tree(SampleTiles.of(TILE, Layer.MAG, SampleTiles.FULL));
        assertThat(item.path("id").asString()).isEqualTo("t_N30_E120");
        assertThat(item.path("layer").asString()).isEqualTo("mag");
        assertThat(item.path("bbox").toString()).isEqualTo("[120,30,130,40]");
        assertThat(item.path("crs").asString()).isEqualTo("EPSG:4326");
        assertThat(item.path("grid").asString()).isEqualTo("0.1deg");
        assertThat(item.path("checksum").asString()).isEqualTo(Sha256.of("t_N30_E120"));
        assertThat(item.path("sources").path(0).path("url").asString()).startsWith("https://www.ngdc.noaa.gov/");
        assertThat(item.path("sources").path(0).path("sha256").asString()).hasSize(64);
        assertThat(item.path("processing_steps").path(1).path("version").asString())
                .isEqualTo("0.1.0");
        assertThat(item.path("statistics").propertyNames())
                .containsExactly("count", "min", "max", "mean", "std", "median", "mad", "p5", "p95");
        assertThat(item.path("statistics").path("p95").asDouble()).isEqualTo(91.5);
    }

    @Test
    void the_asset_locates_the_file_and_its_cells() {
        JsonNode data = tree(SampleTiles.of(TILE, Layer.GRAV, SampleTiles.FULL))
                .path("assets")
                .path("data");
        assertThat(data.path("href").asString()).isEqualTo("../cog/grav/z0p1d/tiles/t_N30_E120.tif");
        assertThat(data.path("file:checksum").asString()).isEqualTo("1220" + Sha256.of("t_N30_E120"));
        assertThat(data.path("proj:transform").toString()).isEqualTo("[0.1,0,120,0,-0.1,40]");
        assertThat(data.path("proj:shape").toString()).isEqualTo("[100,100]");
        JsonNode band = data.path("bands").path(0);
        assertThat(band.path("nodata").asString()).isEqualTo("nan");
        assertThat(band.path("statistics").path("valid_percent").asDouble()).isEqualTo(98.76);
        assertThat(band.path("unit").asString()).isEqualTo("mGal");
    }

    @Test
    void a_tile_finer_than_its_source_says_so() {
        assertThat(tree(SampleTiles.of(TILE, Layer.GRAV, SampleTiles.FULL))
                        .path("gam:finer_than_source")
                        .asBoolean())
                .isTrue();
        assertThat(tree(SampleTiles.of(TILE, Layer.MAG, SampleTiles.FULL))
                        .path("gam:finer_than_source")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_fused_tile_names_missing_layers_and_flat_ones() {
        JsonNode item = tree(SampleTiles.of(TILE, Layer.FUSED, SampleTiles.FULL));
        assertThat(item.path("gam:missing_layers").toString()).isEqualTo("[\"grav\"]");
        assertThat(item.path("gam:normalization").path(1).toString())
                .isEqualTo("{\"layer\":\"grav\",\"method\":\"tile\",\"median\":null,\"mad\":null,\"used\":false}");
        assertThat(item.path("links").toString())
                .contains("./t_N30_E120_mag.json")
                .doesNotContain("./t_N30_E120_grav.json");
    }

    @Test
    void equal_products_are_equal_bytes() {
        assertThat(StacItem.toJson(SampleTiles.of(TILE, Layer.FUSED, SampleTiles.FULL)))
                .isEqualTo(StacItem.toJson(SampleTiles.of(TILE, Layer.FUSED, SampleTiles.FULL)));
    }

    @Test
    void what_is_written_is_read_back(@TempDir Path dir) {
        for (Layer layer : Layer.values()) {
            for (Statistics statistics : new Statistics[] {SampleTiles.FULL, Statistics.NONE}) {
                TileProduct product = SampleTiles.of(TILE, layer, statistics);
                ProductFile written = StacItem.write(dir, product);
                assertThat(written.path()).isEqualTo("metadata/t_N30_E120_" + layer.id() + ".json");
                assertThat(SidecarReader.read(dir.resolve(written.path())))
                        .isEqualTo(new Sidecar(
                                TILE,
                                layer,
                                product.data(),
                                product.quicklook(),
                                statistics,
                                SampleTiles.RUN.configHash()));
            }
        }
    }

    @Test
    void damaged_sidecars_are_one_sentence_and_never_a_crash() {
        byte[] good = StacItem.toJson(SampleTiles.of(TILE, Layer.MAG, SampleTiles.FULL));
        for (int cut = 0; cut < good.length - 1; cut += 7) {
            byte[] part = Arrays.copyOf(good, cut);
            assertThatThrownBy(() -> SidecarReader.parse(NAME, part)).isInstanceOf(DataFormatException.class);
        }
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            try {
                SidecarReader.parse(NAME, bad);
            } catch (DataFormatException e) {
                assertThat(e).hasMessageStartingWith(NAME.toString());
            }
        }
    }

    @Test
    void contradictions_and_escapes_are_refused() {
        String good =
                new String(StacItem.toJson(SampleTiles.of(TILE, Layer.MAG, SampleTiles.FULL)), StandardCharsets.UTF_8);
        refuse(
                good.replace("\"checksum\": \"" + Sha256.of(TILE.name()), "\"checksum\": \"" + Sha256.of("x")),
                "two checksums");
        refuse(good.replace("../cog/mag", "../../etc"), "impossible file");
        refuse(good.replace("\"p95\": 91.5", "\"p95\": null"), "statistics.p95");
        refuse(good.replace("\"p95\": 91.5", "\"p96\": 91.5"), "lacks the number 'statistics.p95'");
        refuse(good.replace("\"count\": 9876", "\"count\": 1e300"), "impossible count");
        refuse(good.replace("\"layer\": \"mag\"", "\"layer\": \"gold\""), "unknown layer");
        refuse(good.replace("\"id\": \"t_N30_E120\"", "\"id\": \"t_N31_E120\""), "names no tile");
        refuse(good + "{}", "something follows");
        refuse("[".repeat(100_000), "not a sidecar");
        refuse("{\"a\":" + "[".repeat(100_000), "not a valid sidecar");
        refuse("{\"id\":1,\"id\":2}", "not a valid sidecar");
    }

    @Test
    void a_missing_sidecar_is_said_to_be_missing(@TempDir Path dir) {
        assertThatThrownBy(() -> SidecarReader.read(dir.resolve("x.json"))).hasMessageEndingWith("x.json is missing");
    }

    @Test
    void product_paths_stay_below_the_output_directory() {
        for (String path : new String[] {"../x", "/etc/x", "a//b", "a/../b", "", "C:x", "a\\b", "a/"}) {
            assertThat(ProductFile.isInside(path)).as(path).isFalse();
        }
        assertThat(ProductFile.isInside("cog/mag/z0p1d/tiles/t_N30_E120.tif")).isTrue();
    }

    @Test
    void many_sidecars_take_no_time_worth_mentioning() {
        TileProduct product = SampleTiles.of(TILE, Layer.FUSED, SampleTiles.FULL);
        long bytes = 0;
        long start = System.nanoTime();
        for (int i = 0; i < 1_944; i++) {
            byte[] json = StacItem.toJson(product);
            bytes += json.length + SidecarReader.parse(NAME, json).data().size();
        }
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(bytes).isPositive();
        assertThat(millis / 1_944)
                .as("milliseconds to write and read one sidecar in memory")
                .isLessThan(2);
    }

    private static void refuse(String json, String why) {
        assertThatThrownBy(() -> SidecarReader.parse(NAME, json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(why);
    }

    private static JsonNode tree(TileProduct product) {
        return JsonProduct.mapper().readTree(StacItem.toJson(product));
    }
}
