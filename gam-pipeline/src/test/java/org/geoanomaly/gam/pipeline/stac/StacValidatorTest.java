package org.geoanomaly.gam.pipeline.stac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference validator for STAC, offline, on everything that is written; and proof that it would notice. */
class StacValidatorTest {
    private static final Path SOURCES = Path.of(System.getProperty("gam.root", ".."), "gam-pipeline", "src", "test");
    private static final List<String> TILES =
            List.of("t_N30_E120", "t_S90_W180", "t_N80_E170", "t_N00_W180", "t_S10_E170");

    @TempDir
    Path dir;

    @BeforeEach
    void need_the_validator() {
        boolean there = Files.isDirectory(SOURCES.resolve("node/node_modules/stac-node-validator"));
        String how = "stac-node-validator is not installed: run 'npm ci' in gam-pipeline/src/test/node";
        if (!there && "true".equals(System.getenv("CI"))) {
            Assertions.fail(how);
        }
        Assumptions.assumeTrue(there, how);
    }

    @Test
    void items_collections_and_catalogue_are_valid_and_their_links_lead_somewhere() throws Exception {
        List<Path> files = writeAll();
        Result result = validate(files);
        assertThat(result.output).contains("Valid: " + files.size()).contains("Invalid: 0");
        assertThat(result.exit).as(result.output).isZero();
        assertThat(StacCatalog.brokenLinks(dir)).isEmpty();
    }

    @Test
    void the_validator_notices_what_is_wrong() throws Exception {
        writeAll();
        Path item = dir.resolve("metadata/t_N30_E120_mag.json");
        String good = Files.readString(item);
        for (String bad : List.of(
                good.replace("\"1220", "\"ZZ20"),
                good.replace("\"nan\"", "\"NaN\""),
                good.replace("\"datetime\": \"2026-01-01T00:00:00Z\"", "\"datetime\": null"),
                good.replace("\"float32\"", "\"single\""),
                good.replaceAll("\"processing:datetime\": \"[^\"]*\"", "\"processing:datetime\": \"today\""))) {
            assertThat(bad).isNotEqualTo(good);
            Files.writeString(item, bad);
            assertThat(validate(List.of(item)).exit).isEqualTo(1);
        }
    }

    @Test
    void a_removed_sidecar_is_a_broken_link() throws IOException {
        writeAll();
        Files.delete(dir.resolve("metadata/t_N30_E120_mag.json"));
        assertThat(StacCatalog.brokenLinks(dir))
                .singleElement()
                .asString()
                .contains("collection.json has a link to ../../metadata/t_N30_E120_mag.json, which does not exist");
    }

    @Test
    void a_link_out_of_the_directory_is_refused() throws IOException {
        writeAll();
        Path catalog = dir.resolve(StacCatalog.CATALOG_PATH);
        Files.writeString(catalog, Files.readString(catalog).replace("./mag/collection.json", "../../../etc/passwd"));
        assertThat(StacCatalog.brokenLinks(dir)).singleElement().asString().contains("link out of the directory");
    }

    private List<Path> writeAll() throws IOException {
        List<TileId> tiles = TILES.stream().map(TileId::parse).toList();
        List<LayerItems> layers = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            for (TileId tile : tiles) {
                Statistics statistics = tile.south() < -80 ? Statistics.NONE : SampleTiles.FULL;
                StacItem.write(dir, SampleTiles.of(tile, layer, statistics));
            }
            SourceRef source = layer == Layer.MAG ? SampleTiles.EMAG2 : SampleTiles.ICGEM;
            layers.add(new LayerItems(layer, tiles, List.of(source), 0.1));
        }
        StacCatalog.write(dir, SampleTiles.RUN, layers);
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private record Result(int exit, String output) {}

    private static Result validate(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "node",
                SOURCES.resolve("node/validate.js").toString(),
                SOURCES.resolve("resources/stac-schemas").toString()));
        files.forEach(f -> command.add(f.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
