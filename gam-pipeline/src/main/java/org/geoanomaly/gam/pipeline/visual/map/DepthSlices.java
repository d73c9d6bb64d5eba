package org.geoanomaly.gam.pipeline.visual.map;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** Layers of a model side by side in one colour scale. */
final class DepthSlices {
    private static final int MOST = 6;
    private static final double GAP = 40;
    private static final double HEAD = 50;

    private final Draft draft;
    private final RegionModel model;
    private final RegionModel.Layer layer;

    DepthSlices(Draft draft, RegionModel model) {
        this.draft = draft;
        this.model = model;
        this.layer = ScoreMap.main(model);
    }

    Plate draw() {
        boolean fused = layer == model.layers().get("score");
        List<String> sources = fused ? draft.allModalities() : List.of(model.name());
        String title = Words.title(model.name()) + " model: depth slices";
        String subtitle = Words.plain(layer.description()) + " · depth below "
                + Ticks.label(model.depths().referenceHeight(), 1) + " m above sea level";
        Layout layout = new Layout(title, subtitle, draft.footer(model.geometry(), sources, ""));
        Extent extent = Extent.of(model.geometry());
        int[] chosen = chosen();
        int columns = Math.min(chosen.length, extent.aspect() < 0.55 ? 2 : 3);
        double panel = (Layout.WIDTH - (columns - 1) * GAP) / columns;
        MapFrame first = MapFrame.fit(extent, Layout.LEFT, layout.top() + HEAD, panel, 620);
        int rows = (chosen.length + columns - 1) / columns;
        double pitch = first.box().getHeight() + HEAD + 34;
        double mapsEnd = first.bottom() + (rows - 1) * pitch;
        double barTop = mapsEnd + Graticule.labelHeight() + 28;
        ColorScale colors = ColorScale.signed(draft.palette().signed(), layer.values());
        Sheet sheet = layout.sheet(barTop + ColorBar.HEIGHT);
        for (int i = 0; i < chosen.length; i++) {
            MapFrame frame = first.at(
                    first.box().getX() + (i % columns) * (panel + GAP),
                    first.box().getY() + Math.floorDiv(i, columns) * pitch);
            panel(sheet, frame, chosen[i], colors, i % columns == 0, i + columns >= chosen.length);
        }
        String meaning = meaning(layer, fused) + SingleMap.clampText(colors);
        ColorBar.draw(sheet, colors, meaning, (Sheet.WIDTH - 1000) / 2.0, barTop, 1000);
        return new Plate(model.name() + "_depth_slices", title, subtitle, sheet);
    }

    static String meaning(RegionModel.Layer layer, boolean fused) {
        return fused
                ? "score z (standard deviations of the prior)"
                : Words.withUnit(Words.plain(layer.description()), layer.unit());
    }

    private void panel(Sheet sheet, MapFrame frame, int k, ColorScale colors, boolean left, boolean lowest) {
        int size = model.geometry().size();
        float[] slice = Arrays.copyOfRange(layer.values(), k * size, (k + 1) * size);
        new MapContent(new FloatGrid(model.geometry(), layer.unit(), slice), colors, false, List.of())
                .draw(sheet, frame, false);
        new Graticule(frame).drawEdge(sheet, lowest, left);
        RegionModel.Depths depths = model.depths();
        boolean kilometres = depths.bottom(k) >= 1000;
        String top = kilometres ? Ticks.brief(depths.top(k) / 1000) : Ticks.label(depths.top(k), 1);
        String name = top + "–" + Words.depth(depths.bottom(k));
        sheet.text(name, frame.box().getX(), frame.box().getY() - 22, TextStyle.PANEL, Anchor.START);
    }

    /** Layers spread over the depths, among them the one with the strongest value. */
    private int[] chosen() {
        int count = model.depths().count();
        if (count <= MOST) {
            int[] all = new int[count];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int strongest = ScoreMap.strongest(layer.values());
        int best = strongest < 0 ? 0 : strongest / model.geometry().size();
        int[] even = new int[MOST];
        Arrays.setAll(even, i -> (int) Math.round(i * (count - 1.0) / (MOST - 1)));
        int nearest = 0;
        for (int i = 1; i < MOST; i++) {
            nearest = Math.abs(even[i] - best) < Math.abs(even[nearest] - best) ? i : nearest;
        }
        even[nearest] = best;
        TreeSet<Integer> unique = new TreeSet<>();
        Arrays.stream(even).forEach(unique::add);
        return unique.stream().mapToInt(Integer::intValue).toArray();
    }
}
