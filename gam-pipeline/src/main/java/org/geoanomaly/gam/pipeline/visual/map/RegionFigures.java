package org.geoanomaly.gam.pipeline.visual.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;

/** All figures of a region's result, one after the other. */
public final class RegionFigures {
    private RegionFigures() {}

    /**
     * Draws them in order: the overview, the fused model, then each modality.
     *
     * @param scale 1 for 300 dots an inch, 1800 pixels wide
     * @param sink gets each as soon as it is finished; only one is in memory at a time
     */
    public static void draw(
            RegionResult result, VisualizationSection settings, double scale, Consumer<Figure> sink) {
        plates(result, settings, scale, plate -> sink.accept(
                new Figure(plate.name(), plate.title(), plate.caption(), plate.sheet().png())));
    }

    static void plates(
            RegionResult result, VisualizationSection settings, double scale, Consumer<Plate> sink) {
        for (Supplier<Plate> figure : planned(Draft.of(result, settings, scale))) {
            try (Plate plate = figure.get()) {
                sink.accept(plate);
            }
        }
    }

    private static List<Supplier<Plate>> planned(Draft draft) {
        List<Supplier<Plate>> figures = new ArrayList<>();
        RegionModel fused = draft.result().fused();
        if (!fused.layers().isEmpty()) {
            figures.add(() -> new Overview(draft).draw());
            figures.add(() -> SingleMap.score(draft));
            addModel(draft, fused, figures);
        }
        for (ModalityResult modality : draft.result().modalities()) {
            FloatGrid data = modality.grid().layers().get("data");
            FloatGrid uncertainty = modality.grid().layers().get("uncertainty");
            if (data != null) {
                figures.add(() -> SingleMap.anomaly(draft, modality, data));
            }
            if (uncertainty != null) {
                figures.add(() -> SingleMap.uncertainty(draft, modality, uncertainty));
            }
            figures.add(() -> new FitFigure(draft, modality).draw());
            if (!modality.model().layers().isEmpty()) {
                addModel(draft, modality.model(), figures);
            }
        }
        return figures;
    }

    private static void addModel(Draft draft, RegionModel model, List<Supplier<Plate>> figures) {
        figures.add(() -> new DepthSlices(draft, model).draw());
        figures.add(() -> new Sections(draft, model).draw());
    }
}
