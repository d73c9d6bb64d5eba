package org.geoanomaly.gam.pipeline.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;

/** Draws the result of a run. */
public interface Visualizer extends Plugin {
    /**
     * Draws into the directory of the run's products. Every file is written complete or not at all, and its bytes depend on nothing but
     * the arguments.
     *
     * @param directory of the run; pictures go to {@code maps/} in it
     * @return the files written, below the directory
     */
    List<Path> render(RegionResult result, VisualizationSection settings, Path directory, StageContext context)
            throws IOException;
}
