package org.geoanomaly.gam.pipeline.visual.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.plugin.Plugins;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapVisualizerTest {
    private final Visualizer visualizer =
            Plugins.of(MapVisualizerTest.class.getClassLoader()).visualizer("2d");

    @Test
    void every_picture_that_is_named_is_there(@TempDir Path folder) throws IOException {
        List<Path> files;
        try (Workers workers = new Workers(1)) {
            files = visualizer.render(
                    SampleRegion.empty(),
                    VisualizationSection.DEFAULT,
                    folder,
                    new StageContext(workers, StageProgress.SILENT, () -> false, 1));
        }
        assertThat(files).contains(Path.of("maps", "overview.png"), Path.of("maps", "magnetic_fit.png"));
        for (Path file : files) {
            assertThat(Files.size(folder.resolve(file))).as("%s", file).isGreaterThan(10_000);
        }
        try (var written = Files.list(folder.resolve("maps"))) {
            assertThat(written.count()).isEqualTo(files.size());
        }
    }

    @Test
    void stops_when_asked(@TempDir Path folder) {
        try (Workers workers = new Workers(1)) {
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> true, 1);
            assertThatThrownBy(() ->
                            visualizer.render(SampleRegion.empty(), VisualizationSection.DEFAULT, folder, context))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
