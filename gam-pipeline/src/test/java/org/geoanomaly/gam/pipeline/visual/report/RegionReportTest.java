package org.geoanomaly.gam.pipeline.visual.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.visual.map.SampleRegion;
import org.geoanomaly.gam.pipeline.visual.solid.Thinned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RegionReportTest {
    private static final float NAN = Float.NaN;

    private static String html(RegionResult result) {
        return RegionReport.html(result, List.of());
    }

    @Test
    void same_result_gives_the_same_bytes(@TempDir Path folder) throws IOException {
        Path first = Reports.write(SampleRegion.typical(), folder.resolve("a"));
        Path second = Reports.write(SampleRegion.typical(), folder.resolve("b"));
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        assertThat(first).isEqualTo(folder.resolve("a").resolve("report.html"));
        assertThat(Files.size(first)).isBetween(1_000_000L, 12_000_000L);
    }

    @Test
    void says_everything_that_a_reader_needs() {
        String html = html(SampleRegion.typical());
        assertThat(html)
                .contains("63.20°N to 64.40°N", "7f3a9c1e52d0", "2026-11-20T10:41:00Z")
                .contains("Missing: seismic (fetch)", "widen data.bbox")
                .contains("The gravity data resolve 3.9 km sideways")
                .contains("χ²/N = 1.04", "FFT products on a regular lattice")
                .contains("Förste et al. (2014)", "CC-BY-4.0", "0123456789abcdef".repeat(4))
                .contains("href=\"https://example.org/eigen-6c4.nc\"")
                .contains("&quot;inversion_type&quot;: &quot;smooth&quot;")
                .contains("part of gravity", "mafic intrusion");
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        String html = html(SampleRegion.typical());
        assertThat(Pattern.compile("(src|srcset|data|poster|action)=\"(?!data:)")
                        .matcher(html)
                        .find())
                .isFalse();
        assertThat(html).doesNotContain("<link", "@import", "url(", "fetch(", "XMLHttpRequest", "<iframe");
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void hostile_names_are_neither_markup_nor_the_end_of_a_script() {
        String html = html(SampleRegion.hostile());
        assertThat(html).doesNotContain("<script>alert", "<img src=x", "href=\"javascript:");
        assertThat(html).contains("&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)");
        assertThat(html.chars().filter(c -> c == 0x202e || c == 7).count()).isZero();
        assertThat(Pattern.compile("<script").matcher(html).results().count()).isEqualTo(2);
        assertThat(Pattern.compile("</script").matcher(html).results().count()).isEqualTo(2);
    }

    @Test
    void data_of_the_page_are_valid_json_of_bounded_size() {
        String json = PageData.of(SampleRegion.hostile()).json();
        JsonNode data = JsonProduct.mapper().readTree(json);
        assertThat(data.path("anomalies").size()).isEqualTo(123);
        assertThat(data.path("grids").size()).isEqualTo(9);
        assertThat(data.path("volumes").size()).isEqualTo(6);
        assertThat(json.length()).isLessThan(4_000_000);
    }

    @Test
    void packed_values_come_back_and_holes_stay_holes() {
        float[] values = {-3.5f, NAN, 0, 12.25f, Float.POSITIVE_INFINITY, 7.7f};
        Packed packed = Packed.of(values);
        byte[] codes = Base64.getDecoder().decode(packed.base64());
        for (int i = 0; i < values.length; i++) {
            int code = (codes[2 * i] & 0xff) | (codes[2 * i + 1] & 0xff) << 8;
            if (Float.isFinite(values[i])) {
                double value = packed.min() + (code - 1) / 65534.0 * (packed.max() - packed.min());
                assertThat(value).isCloseTo(values[i], within(15.75 / 65534));
            } else {
                assertThat(code).isZero();
            }
        }
        assertThat(Packed.of(new float[] {NAN}).max()).isZero();
    }

    @Test
    void thinning_keeps_means_and_places() {
        GridGeometry g = new GridGeometry(Crs.WGS84, 10, 50, 0.1, 0.1, 500, 250, Registration.CELL);
        float[] values = new float[g.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 500 < 3 && i / 500 < 3 ? 9 : i % 7 == 0 ? NAN : 1;
        }
        FloatGrid thin = Thinned.grid(new FloatGrid(g, Unit.MILLIGAL, values));
        assertThat(thin.geometry().columns()).isEqualTo(167);
        assertThat(thin.geometry().rows()).isEqualTo(84);
        assertThat(thin.geometry().dx()).isCloseTo(0.3, within(1e-12));
        assertThat(thin.get(0, 0)).isEqualTo(9);
        assertThat(thin.get(1, 0)).isEqualTo(1);
    }

    @Test
    void volume_is_stored_from_the_bottom_and_the_south() {
        GridGeometry g = new GridGeometry(Crs.WGS84, 10, 50, 0.1, 0.1, 3, 2, Registration.CELL);
        float[] values = new float[3 * 2 * 3];
        values[0] = 5; // top layer, north-western cell
        RegionModel.Layer layer = new RegionModel.Layer("score", Unit.DIMENSIONLESS, values);
        RegionModel model = new RegionModel(
                "fused", g, new RegionModel.Depths(new double[] {0, 100, 200, 400}, 0), Map.of("score", layer));
        Thinned.Volume volume = Thinned.volume(model, layer);
        assertThat(volume.levels()).isEqualTo(4);
        float[] out = volume.values();
        // Last level is the top one, its second row the northern one.
        assertThat(out[3 * 6 + 3]).isEqualTo(5);
        assertThat(out[2 * 6 + 3]).isZero();
        assertThat(out[3 * 6]).isZero();
        assertThat(out[0]).isZero();
    }

    @Test
    void failure_to_write_is_said_in_one_sentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file where a directory should be");
        assertThatThrownBy(() -> Reports.write(SampleRegion.empty(), file))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("taken");
    }
}
