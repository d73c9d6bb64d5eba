package org.geoanomaly.gam.pipeline.visual.map;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.config.SectionLine;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.jspecify.annotations.Nullable;

/** All figures of a region's result. */
public final class RegionFigures {
    private RegionFigures() {}

    /** The overview, the fused model, then each modality. */
    public static List<Figure> of(RegionResult result, VisualizationSection settings) {
        return planned(Draft.of(result, settings));
    }

    private static List<Figure> planned(Draft draft) {
        List<Figure> figures = new ArrayList<>();
        RegionModel fused = draft.result().fused();
        if (!fused.layers().isEmpty()) {
            figures.add(new Figure("", () -> new Overview(draft).draw()));
            figures.add(new Figure("", () -> SingleMap.score(draft)));
            addModel(draft, "", fused, null, figures);
        }
        for (ModalityResult modality : draft.result().modalities()) {
            String name = modality.modality();
            FloatGrid data = modality.grid().layers().get("data");
            FloatGrid uncertainty = modality.grid().layers().get("uncertainty");
            if (data != null) {
                figures.add(new Figure(name, () -> SingleMap.anomaly(draft, modality, data)));
            }
            if (uncertainty != null) {
                figures.add(new Figure(name, () -> SingleMap.uncertainty(draft, modality, uncertainty)));
            }
            figures.add(new Figure(name, () -> new FitFigure(draft, modality).draw()));
            if (!modality.model().layers().isEmpty()) {
                addModel(draft, name, modality.model(), modality, figures);
            }
        }
        return figures;
    }

    private static void addModel(
            Draft draft, String subject, RegionModel model, @Nullable ModalityResult modality, List<Figure> figures) {
        figures.add(new Figure(subject, () -> new DepthSlices(draft, model).draw()));
        figures.add(new Figure(subject, () -> new Sections(draft, model).draw()));
        SectionLine line = draft.section();
        if (line != null) {
            figures.add(new Figure(subject, () -> new Profile(draft, model, line, modality).draw()));
        }
    }
}
