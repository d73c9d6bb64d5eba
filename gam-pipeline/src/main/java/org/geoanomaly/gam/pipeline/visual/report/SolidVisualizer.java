package org.geoanomaly.gam.pipeline.visual.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.visual.sheet.PageFiles;
import org.geoanomaly.gam.pipeline.visual.solid.SolidFigure;

/** Models in three dimensions: perspective figures for paper, and a page on which they can be turned. */
public final class SolidVisualizer implements Visualizer {
    @Override
    public String id() {
        return "3d";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public List<Path> render(RegionResult result, VisualizationSection settings, Path directory, StageContext context) {
        PageFiles pages = new PageFiles(settings, directory, result.run().start(), context);
        List<Path> written = new ArrayList<>(pages.write(SolidFigure.all(result, settings)));
        context.progress().note(ModelPage.NAME);
        written.add(ModelPage.write(result, directory));
        context.progress().advance(1);
        return List.copyOf(written);
    }
}
