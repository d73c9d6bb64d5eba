package org.geoanomaly.gam.pipeline.visual.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.visual.map.SampleRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RegionSiteTest {
    @Test
    void a_region_has_its_score_its_data_and_its_anomalies(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("anomalies.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
        RegionResult result = SampleRegion.typical();
        List<Path> files = RegionSite.write(result, directory, 2);
        assertThat(files).allMatch(Files::isRegularFile).contains(directory.resolve("site/index.html"));
        JsonNode config = JsonProduct.mapper().readTree(Files.readAllBytes(directory.resolve("site/data/config.json")));
        assertThat(config.path("layers")).hasSize(1 + result.modalities().size());
        assertThat(config.at("/layers/0/id").asString("")).isEqualTo("fused");
        assertThat(config.at("/layers/0/archive/bits").asInt()).isEqualTo(16);
        assertThat(config.at("/layers/0/range").asDouble()).isPositive();
        assertThat(config.at("/links/report").asString("")).isEqualTo("../report.html");
        assertThat(config.path("anomalies").asString("")).isEqualTo("anomalies.geojson");
        assertThat(config.at("/about/missing/0/what").asString("")).isEqualTo("seismic");
        assertThat(config.at("/about/missing/0/why").asString("")).contains("no event lies in the area");
        for (JsonNode layer : config.path("layers")) {
            assertThat(directory
                            .resolve("site/data")
                            .resolve(layer.at("/archive/file").asString("")))
                    .isRegularFile();
        }
    }

    @Test
    void the_same_result_gives_the_same_bytes(@TempDir Path one, @TempDir Path two) throws IOException {
        List<Path> first = RegionSite.write(SampleRegion.typical(), one, 1);
        List<Path> second = RegionSite.write(SampleRegion.typical(), two, 3);
        assertThat(second).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
        }
    }

    @Test
    void what_web_tiles_cannot_show_has_no_viewer(@TempDir Path directory) {
        assertThat(RegionSite.write(SampleRegion.empty(), directory, 1)).isNotNull();
        assertThat(RegionSite.write(SampleRegion.acrossTheAntimeridian(), directory.resolve("b"), 1))
                .isEmpty();
    }
}
