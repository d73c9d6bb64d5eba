package org.geoanomaly.gam.pipeline.visual.report;

import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;

/** The report: map and model to be moved, turned and asked, in one file. */
public final class InteractiveVisualizer implements Visualizer {
    @Override
    public String id() {
        return "interactive";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public List<Path> render(RegionResult result, VisualizationSection settings, Path directory, StageContext context) {
        context.progress().note(RegionReport.NAME);
        Path file = RegionReport.write(result, directory, context.workers());
        context.progress().advance(1);
        return List.of(file);
    }
}
