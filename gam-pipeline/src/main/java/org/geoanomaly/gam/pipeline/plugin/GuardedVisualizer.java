package org.geoanomaly.gam.pipeline.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;

/** A stranger's visualizer. */
record GuardedVisualizer(Visualizer inner, PluginCall call) implements Visualizer {
    @Override
    public String id() {
        return call.quick("id", inner::id);
    }

    @Override
    public int spiVersion() {
        return call.quick("spiVersion", inner::spiVersion);
    }

    @Override
    public Record options() {
        return call.quick("options", inner::options);
    }

    @Override
    public List<Path> render(RegionResult result, VisualizationSection settings, Path directory, StageContext context)
            throws IOException {
        try {
            List<Path> files = call.to("render", () -> List.copyOf(inner.render(result, settings, directory, context)));
            Path root = directory.toAbsolutePath().normalize();
            for (Path file : files) {
                Path place = (file.startsWith(directory) ? file : directory.resolve(file))
                        .toAbsolutePath()
                        .normalize();
                if (!place.startsWith(root) || !Files.isRegularFile(place)) {
                    throw call.wrong("render", "says that it wrote " + file + ", which is no file in " + directory);
                }
            }
            return files;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        }
    }
}
