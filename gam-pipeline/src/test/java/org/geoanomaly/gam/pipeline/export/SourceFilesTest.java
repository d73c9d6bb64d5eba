package org.geoanomaly.gam.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.data.LocatedSource;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SourceFilesTest {
    private static final FittedSource SOURCE = new FittedSource(
            "mogi",
            1250.5,
            -2000,
            -3200.25,
            List.of(
                    new FittedSource.Parameter(
                            "depth", "m", 3900.125, 310, List.of(3600.0, 4200.0), List.of(3300.0, 4600.0)),
                    new FittedSource.Parameter(
                            "volume_change", "m3/yr", -2.5e6, 4e5, List.of(-2.9e6, -2.1e6), List.of(-3.4e6, -1.8e6))),
            List.of(List.of(1.0, -0.875), List.of(-0.875, 1.0)),
            new FittedSource.Fit(0.97, 0.91, 640));

    @TempDir
    private Path folder;

    private static RegionResult withSource() {
        RegionResult region = RegionFixture.western();
        List<ModalityResult> modalities = new ArrayList<>(region.modalities());
        ModalityResult m = modalities.get(0);
        modalities.set(
                0,
                new ModalityResult(
                        m.modality(),
                        m.grid(),
                        m.model(),
                        m.fits(),
                        m.notes(),
                        List.of(new LocatedSource("r00c00", -70.123456, -31.25, SOURCE))));
        return new RegionResult(
                region.run(),
                region.area(),
                modalities,
                region.fused(),
                region.anomalies(),
                region.gaps(),
                region.notes());
    }

    @Test
    void sources_are_a_product_with_all_that_is_known_of_them() throws IOException {
        try (Workers workers = new Workers(2)) {
            List<Path> files = RegionExports.write(withSource(), folder, workers);
            Path file = folder.resolve("models/gravity_sources.json");
            assertThat(files).contains(file);
            JsonNode root = JsonProduct.mapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
            JsonNode source = root.path("sources").path(0);
            assertThat(source.path("longitude").doubleValue()).isEqualTo(-70.123456);
            assertThat(source.path("height_m").doubleValue()).isEqualTo(-3200.25);
            JsonNode volume = source.path("parameters").path(1);
            assertThat(volume.path("unit").asString()).isEqualTo("m3/yr");
            assertThat(volume.path("interval_95").path(0).doubleValue()).isEqualTo(-3.4e6);
            assertThat(source.path("correlation").path(0).path(1).doubleValue()).isEqualTo(-0.875);
            assertThat(source.path("fit").path("residual_reduction").doubleValue())
                    .isEqualTo(0.91);
        }
    }

    @Test
    void no_sources_no_file() {
        try (Workers workers = new Workers(2)) {
            RegionExports.write(RegionFixture.western(), folder, workers);
        }
        assertThat(folder.resolve("models/gravity_sources.json")).doesNotExist();
    }
}
