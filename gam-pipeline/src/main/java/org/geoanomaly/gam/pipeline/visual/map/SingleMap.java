package org.geoanomaly.gam.pipeline.visual.map;

import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** Figures of one map. */
final class SingleMap {
    private static final double MAX_HEIGHT = 1500;
    private static final double BAR_WIDTH = 1000;

    private SingleMap() {}

    /**
     * The words of a map.
     *
     * @param name of the file
     * @param meaning of the colours, with unit
     */
    record Lettering(String name, String title, String subtitle, String meaning, String footer) {}

    static Plate anomaly(Draft draft, ModalityResult modality, FloatGrid data) {
        String quantity = Words.plain(modality.grid().quantity());
        FieldPainter relief = draft.relief(Extent.of(data.geometry()));
        ColorScale colors = ColorScale.signed(draft.palette().signed(), data.values());
        Lettering words = new Lettering(
                modality.modality() + "_data",
                Words.title(modality.modality()) + ": " + quantity,
                gridText(data) + " · shaded by " + (relief == null ? "its own slope" : "the terrain")
                        + ", light from the north-west",
                Words.withUnit(quantity, data.unit()) + clampText(colors),
                draft.footer(data.geometry(), List.of(modality.modality()), ""));
        return draw(words, new MapContent(data, colors, true, List.of(), relief));
    }

    static Plate uncertainty(Draft draft, ModalityResult modality, FloatGrid data) {
        ColorScale colors = ColorScale.amounts(draft.palette().amounts(), data.values());
        Lettering words = new Lettering(
                modality.modality() + "_uncertainty",
                Words.title(modality.modality()) + ": uncertainty of the data",
                "one standard deviation of the " + Words.plain(modality.grid().quantity()) + " · " + gridText(data),
                Words.withUnit("standard deviation", data.unit()) + clampText(colors),
                draft.footer(data.geometry(), List.of(modality.modality()), ""));
        return draw(words, new MapContent(data, colors, false, List.of()));
    }

    static Plate score(Draft draft) {
        FloatGrid grid = ScoreMap.extremes(draft.result().fused());
        List<Anomaly> anomalies = draft.anomalies();
        ColorScale colors = ColorScale.signed(draft.palette().signed(), grid.values());
        FieldPainter relief = draft.relief(Extent.of(grid.geometry()));
        String lit = relief == null ? "" : " · shaded by the terrain";
        String found = anomalies.size() == 1 ? "1 anomaly" : anomalies.size() + " anomalies";
        Lettering words = new Lettering(
                "fused_score",
                "Fused anomaly score",
                "greatest |z| of all depths, with its sign · " + found + " of "
                        + String.join(" + ", draft.allModalities()),
                "score z (standard deviations of the prior)" + clampText(colors),
                draft.footer(grid.geometry(), draft.allModalities(), "rings: anomalies at their peaks" + lit));
        return draw(words, new MapContent(grid, colors, false, anomalies, relief));
    }

    private static Plate draw(Lettering words, MapContent content) {
        Layout layout = new Layout(words.title(), words.subtitle(), words.footer());
        MapFrame frame = MapFrame.fit(content.extent(), Layout.LEFT, layout.top(), Layout.WIDTH, MAX_HEIGHT);
        double barTop = frame.bottom() + Graticule.labelHeight() + 28;
        Sheet sheet = layout.sheet(barTop + ColorBar.HEIGHT);
        content.draw(sheet, frame, true);
        new Graticule(frame).drawEdge(sheet, true, true);
        double width = Math.min(BAR_WIDTH, Layout.WIDTH);
        ColorBar.draw(sheet, content.colors(), words.meaning(), (Sheet.WIDTH - width) / 2, barTop, width);
        return new Plate(words.name(), words.title(), words.subtitle(), sheet);
    }

    static String clampText(ColorScale colors) {
        return colors.clampedLow() || colors.clampedHigh() ? "; arrows: values beyond the scale" : "";
    }

    private static String gridText(FloatGrid grid) {
        double step = grid.geometry().dx();
        return "grid of " + (step >= 0.1 ? Ticks.brief(step) + "°" : Ticks.brief(step * 60) + "′");
    }
}
