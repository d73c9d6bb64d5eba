package org.geoanomaly.gam.pipeline.visual.map;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.config.SectionLine;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;
import org.jspecify.annotations.Nullable;

/**
 * What all figures of a result share.
 *
 * @param anomalies those certain enough to be drawn
 * @param section a line of the user's
 */
record Draft(
        RegionResult result,
        Palette palette,
        List<Anomaly> anomalies,
        @Nullable SectionLine section) {
    static Draft of(RegionResult result, VisualizationSection settings) {
        List<Anomaly> certain = result.anomalies().stream()
                .filter(a -> a.confidence() >= settings.confidenceMin())
                .toList();
        return new Draft(result, Palette.of(settings.colorScheme()), certain, settings.section());
    }

    /** Projection, signs, sources and run. */
    String footer(GridGeometry geometry, List<String> modalities, String more) {
        String latitude = Ticks.latitude(Extent.of(geometry).middleLatitude(), 0.1);
        return "Equirectangular, WGS 84, true to scale at " + latitude
                + " · hatched: no data · coast: Natural Earth 1:50m" + (more.isEmpty() ? "" : " · " + more) + " · "
                + provenance(modalities);
    }

    /** Sources and run. */
    String provenance(List<String> modalities) {
        return FigureText.provenance(result, modalities);
    }

    /** Heights that light a map; null if there are none. */
    @Nullable
    FieldPainter relief(Extent extent) {
        return Relief.of(result.terrain(), extent);
    }

    List<String> allModalities() {
        return result.modalities().stream().map(m -> m.modality()).toList();
    }
}
