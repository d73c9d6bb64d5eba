package org.geoanomaly.gam.pipeline.visual.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.store.AtomicFile;

/** Maps, depth slices, sections and diagnostics as PNG pictures of 300 dots an inch. */
public final class MapVisualizer implements Visualizer {
    private static final String FOLDER = "maps";

    @Override
    public String id() {
        return "2d";
    }

    @Override
    public List<Path> render(RegionResult result, VisualizationSection settings, Path directory, StageContext context)
            throws IOException {
        List<Path> written = new ArrayList<>();
        RegionFigures.draw(result, settings, 1, figure -> {
            if (context.stop().getAsBoolean()) {
                throw new CancellationException("stopped while drawing");
            }
            Path file = Path.of(FOLDER, figure.name() + ".png");
            context.progress().note(file.toString());
            AtomicFile.write(directory.resolve(file), figure.png());
            written.add(file);
            context.progress().advance(1);
        });
        return List.copyOf(written);
    }
}
