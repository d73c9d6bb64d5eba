package org.geoanomaly.gam.pipeline.visual.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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
    public static void draw(RegionResult result, VisualizationSection settings, double scale, Consumer<Figure> sink) {
        plates(
                result,
                settings,
                scale,
                (subject, plate) -> sink.accept(new Figure(
                        subject,
                        plate.name(),
                        plate.title(),
                        plate.caption(),
                        plate.sheet().png())));
    }

    static void plates(
            RegionResult result, VisualizationSection settings, double scale, BiConsumer<String, Plate> sink) {
        for (Planned figure : planned(Draft.of(result, settings, scale))) {
            try (Plate plate = figure.drawing().get()) {
                sink.accept(figure.subject(), plate);
            }
        }
    }

    /** A figure that is drawn when its turn comes. */
    private record Planned(String subject, Supplier<Plate> drawing) {}

    private static List<Planned> planned(Draft draft) {
        List<Planned> figures = new ArrayList<>();
        RegionModel fused = draft.result().fused();
        if (!fused.layers().isEmpty()) {
            figures.add(new Planned("", () -> new Overview(draft).draw()));
            figures.add(new Planned("", () -> SingleMap.score(draft)));
            addModel(draft, "", fused, figures);
        }
        for (ModalityResult modality : draft.result().modalities()) {
            String name = modality.modality();
            FloatGrid data = modality.grid().layers().get("data");
            FloatGrid uncertainty = modality.grid().layers().get("uncertainty");
            if (data != null) {
                figures.add(new Planned(name, () -> SingleMap.anomaly(draft, modality, data)));
            }
            if (uncertainty != null) {
                figures.add(new Planned(name, () -> SingleMap.uncertainty(draft, modality, uncertainty)));
            }
            figures.add(new Planned(name, () -> new FitFigure(draft, modality).draw()));
            if (!modality.model().layers().isEmpty()) {
                addModel(draft, name, modality.model(), figures);
            }
        }
        return figures;
    }

    private static void addModel(Draft draft, String subject, RegionModel model, List<Planned> figures) {
        figures.add(new Planned(subject, () -> new DepthSlices(draft, model).draw()));
        figures.add(new Planned(subject, () -> new Sections(draft, model).draw()));
    }
}
