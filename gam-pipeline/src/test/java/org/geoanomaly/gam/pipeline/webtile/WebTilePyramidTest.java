package org.geoanomaly.gam.pipeline.webtile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.pmtiles.PmtilesCheck;
import org.geoanomaly.gam.formats.pmtiles.PmtilesReader;
import org.geoanomaly.gam.formats.pmtiles.PmtilesVerifier;
import org.geoanomaly.gam.formats.pmtiles.TileCoordinate;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngDecoder;
import org.geoanomaly.gam.formats.png.PngImage;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebTilePyramidTest {
    private static final WebTileDescription TEXT = new WebTileDescription(
            "Fused z", "A \"test\"", "nobody", "0.1.0", List.of("source one", "source two"), true);

    @TempDir
    Path dir;

    private WebTileSummary write(FloatGrid grid, String name, int maxZoom, int threads) {
        WebTileOptions options = new WebTileOptions(0, maxZoom, 4, threads, WebTileScale.FUSED_Z);
        return WebTilePyramid.write(grid, dir.resolve(name), TEXT, options, ProgressListener.SILENT);
    }

    @Test
    void an_archive_is_sound_and_holds_exactly_what_the_grid_says() throws IOException {
        FloatGrid grid = SampleGrids.wave(-30, 60, 400, 300);
        WebTileSummary summary = write(grid, "a.pmtiles", 6, 2);
        Path archive = dir.resolve("a.pmtiles");
        assertThat(PmtilesVerifier.verify(archive)).allMatch(PmtilesCheck::passed);
        assertThat(summary.tiles() + summary.absent()).isEqualTo(TileCoordinate.firstId(7));
        assertThat(summary.absent()).isPositive();
        assertThat(summary.bytes()).isEqualTo(Files.size(archive));
        try (Workers workers = new Workers(2)) {
            WebTileComparison all = WebTileCheck.compare(archive, grid, WebTileScale.FUSED_Z, 1, workers);
            assertThat(all.within(0)).as("%s", all).isTrue();
            assertThat(all.tiles()).isEqualTo(TileCoordinate.firstId(7));
            WebTileComparison some = WebTileCheck.compare(archive, grid, WebTileScale.FUSED_Z, 50, workers);
            assertThat(some.tiles()).isBetween(21L + 100, 21L + 120);
        }
    }

    @Test
    void parts_of_ranges_of_ids_make_the_same_files_as_one_pass() throws IOException {
        FloatGrid grid = SampleGrids.wave(-30, 60, 400, 300);
        write(grid, "whole.pmtiles", 5, 2);
        WebTileOptions options = new WebTileOptions(0, 5, 4, 1, WebTileScale.FUSED_Z);
        List<Path> parts = new ArrayList<>();
        long end = TileCoordinate.firstId(6);
        for (long from = 0; from < end; from += 300) {
            Path part = dir.resolve("part" + from + ".pmtiles");
            if (WebTilePyramid.writePart(grid, part, options, from, Math.min(end, from + 300)) > 0) {
                parts.add(0, part);
            }
        }
        assertThat(parts).hasSizeGreaterThan(2);
        WebTilePyramid.merge(grid, parts, dir.resolve("merged.pmtiles"), TEXT, options);
        assertThat(Files.mismatch(dir.resolve("merged.pmtiles"), dir.resolve("whole.pmtiles")))
                .isEqualTo(-1);
        assertThat(Files.mismatch(dir.resolve("merged.json"), dir.resolve("whole.json")))
                .isEqualTo(-1);
    }

    @Test
    void complete_tiles_are_grey_and_tiles_with_holes_have_alpha() throws IOException {
        FloatGrid grid = SampleGrids.wave(-30, 60, 400, 300);
        write(grid, "a.pmtiles", 6, 2);
        int grey = 0;
        int alpha = 0;
        try (PmtilesReader reader = PmtilesReader.open(dir.resolve("a.pmtiles"))) {
            for (long id = 0; id < TileCoordinate.firstId(7); id++) {
                byte[] png = reader.tile(TileCoordinate.ofId(id)).orElse(null);
                if (png == null) {
                    continue;
                }
                PngImage picture = PngDecoder.decode("tile", png);
                if (picture.colorType() == PngColorType.GREY) {
                    grey++;
                } else {
                    assertThat(picture.colorType()).isEqualTo(PngColorType.GREY_ALPHA);
                    assertHolesAreBlankAndPresent(picture.samples());
                    alpha++;
                }
            }
        }
        assertThat(grey).isPositive();
        assertThat(alpha).isPositive();
    }

    private static void assertHolesAreBlankAndPresent(byte[] samples) {
        int holes = 0;
        for (int i = 0; i < samples.length; i += 2) {
            boolean hole = samples[i + 1] == 0;
            holes += hole ? 1 : 0;
            assertThat(hole ? samples[i] == 0 : samples[i + 1] == -1).isTrue();
        }
        assertThat(holes).isBetween(1, samples.length / 2 - 1);
    }

    @Test
    void the_number_of_threads_does_not_change_a_byte() throws IOException {
        FloatGrid grid = SampleGrids.rough(100, 20, 300, 400, 0.1, 5);
        write(grid, "one.pmtiles", 6, 1);
        write(grid, "three.pmtiles", 6, 3);
        assertThat(Files.mismatch(dir.resolve("one.pmtiles"), dir.resolve("three.pmtiles")))
                .isEqualTo(-1);
    }

    @Test
    void metadata_tell_how_to_read_the_codes_and_stand_beside_the_archive() throws IOException {
        write(SampleGrids.wave(-30, 60, 40, 30), "a.pmtiles", 3, 1);
        String json = Files.readString(dir.resolve("a.json"));
        try (PmtilesReader reader = PmtilesReader.open(dir.resolve("a.pmtiles"))) {
            assertThat(reader.metadata()).isEqualTo(json);
            assertThat(reader.header().minPosition().longitude()).isEqualTo(-30);
            assertThat(reader.header().maxPosition().latitude()).isEqualTo(60);
        }
        JsonNode node = JsonMapper.shared().readTree(json);
        assertThat(node.get("type").stringValue()).isEqualTo("overlay");
        assertThat(node.get("native_zoom").intValue()).isEqualTo(4);
        assertThat(node.get("scale").doubleValue()).isEqualTo(12.0 / 255);
        assertThat(node.get("offset").doubleValue()).isEqualTo(-6);
        assertThat(node.get("nodata").stringValue()).isEqualTo("alpha 0");
        assertThat(node.get("synthetic").booleanValue()).isTrue();
        assertThat(node.get("bounds").get(1).doubleValue()).isEqualTo(57);
        assertThat(node.get("sources").size()).isEqualTo(2);
        assertThat(node.get("color_map").get("name").stringValue()).isEqualTo("vik");
        assertThat(node.get("color_map").get("stops").get(0).get("color").stringValue())
                .isEqualTo("#001261");
        assertThat(WebTileMetadata.readScale("a.json", json)).isEqualTo(WebTileScale.FUSED_Z);
    }

    @Test
    void the_scale_of_foreign_metadata_is_refused_with_its_reason() {
        assertThatThrownBy(() -> WebTileMetadata.readScale("x.json", "{\"name\":1}"))
                .hasMessage("x.json does not say how codes become values: \"scale\" and \"offset\" are missing");
        assertThatThrownBy(() -> WebTileMetadata.readScale("x.json", "<html>")).hasMessage("x.json is not JSON");
        assertThatThrownBy(() -> WebTileMetadata.readScale("x.json", "{\"scale\": 0, \"offset\": 1}"))
                .hasMessageContaining("scale 0");
    }

    @Test
    void the_check_finds_another_grid_another_hole_and_a_missing_tile() throws IOException {
        FloatGrid grid = SampleGrids.wave(-30, 60, 400, 300);
        write(grid, "a.pmtiles", 5, 2);
        float[] values = grid.values().clone();
        values[5000] += 1;
        values[9000] = Float.NaN;
        FloatGrid other = new FloatGrid(grid.geometry(), grid.unit(), values);
        try (Workers workers = new Workers(2)) {
            WebTileComparison c =
                    WebTileCheck.compare(dir.resolve("a.pmtiles"), other, WebTileScale.FUSED_Z, 1, workers);
            assertThat(c.maxCodeDifference()).isBetween(20, 22);
            assertThat(c.holeDifferences()).isPositive();
            assertThat(c.worst()).matches("[45]/\\d+/\\d+");
            FloatGrid elsewhere = SampleGrids.wave(-100, 60, 400, 300);
            WebTileComparison away =
                    WebTileCheck.compare(dir.resolve("a.pmtiles"), elsewhere, WebTileScale.FUSED_Z, 1, workers);
            assertThat(away.missing()).isPositive();
            assertThat(away.surplus()).isPositive();
        }
    }

    @Test
    void a_grid_without_values_leaves_no_file() throws IOException {
        FloatGrid empty = FloatGrid.empty(
                SampleGrids.wave(0, 10, 20, 20).geometry(), org.geoanomaly.gam.grid.unit.Unit.DIMENSIONLESS);
        assertThatThrownBy(() -> write(empty, "a.pmtiles", 3, 2))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("no web tile has a valid pixel");
        FloatGrid polar = SampleGrids.wave(0, 90, 20, 20);
        assertThatThrownBy(() -> write(polar, "a.pmtiles", 3, 2)).isInstanceOf(OutputException.class);
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_directory_that_does_not_exist_is_an_output_error() {
        assertThatThrownBy(() -> write(SampleGrids.wave(0, 10, 20, 20), "no/such/a.pmtiles", 3, 2))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("cannot write");
    }
}
