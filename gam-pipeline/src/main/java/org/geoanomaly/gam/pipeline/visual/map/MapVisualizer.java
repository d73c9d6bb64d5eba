package org.geoanomaly.gam.pipeline.visual.map;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.geoanomaly.gam.pipeline.visual.sheet.PageFiles;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;

/** Maps, depth slices, sections and diagnostics for paper: PNG of 300 dots an inch, SVG and PDF. */
public final class MapVisualizer implements Visualizer {
    @Override
    public String id() {
        return "2d";
    }

    @Override
    public int spiVersion() {
        return Plugin.VERSION;
    }

    @Override
    public List<Path> render(RegionResult result, VisualizationSection settings, Path directory, StageContext context) {
        List<Supplier<Plate>> figures =
                RegionFigures.of(result, settings).stream().map(Figure::drawing).toList();
        return new PageFiles(settings, directory, result.run().start(), context).write(figures);
    }
}
