package org.geoanomaly.gam.pipeline.visual.solid;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.map.FigureText;
import org.geoanomaly.gam.pipeline.visual.map.Palette;
import org.geoanomaly.gam.pipeline.visual.map.ScoreMap;
import org.geoanomaly.gam.pipeline.visual.map.Words;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextLines;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** Perspective figures of a model: its bodies above a pale map, and slices that cross at its strongest cell. */
public final class SolidFigure {
    private static final double HEIGHT = 980;
    private static final double LEFT = 260;
    private static final double RIGHT = 160;
    private static final double BELOW = 150;
    private static final double ABOVE = 40;
    private static final double BAR = 1000;
    private static final int MOST_NAMES = 30;

    private final RegionResult result;
    private final VisualizationSection settings;
    private final RegionModel model;
    private final boolean sliced;

    private SolidFigure(RegionResult result, VisualizationSection settings, RegionModel model, boolean sliced) {
        this.result = result;
        this.settings = settings;
        this.model = model;
        this.sliced = sliced;
    }

    /** The fused model's figures, then those of each modality; drawn when asked for. */
    public static List<Supplier<Plate>> all(RegionResult result, VisualizationSection settings) {
        List<RegionModel> models = new ArrayList<>(List.of(result.fused()));
        result.modalities().stream().map(ModalityResult::model).forEach(models::add);
        return models.stream()
                .filter(m -> !m.layers().isEmpty())
                .flatMap(m -> Stream.<Supplier<Plate>>of(
                        () -> new SolidFigure(result, settings, m, false).draw(),
                        () -> new SolidFigure(result, settings, m, true).draw()))
                .toList();
    }

    private Plate draw() {
        RegionModel.Layer layer = ScoreMap.main(model);
        boolean fused = model == result.fused();
        Solid solid = Solid.of(model, layer);
        ColorScale colors = ColorScale.signed(Palette.of(settings.colorScheme()).signed(), layer.values());
        List<Anomaly> anomalies = result.anomalies().stream()
                .filter(a -> a.confidence() >= settings.confidenceMin())
                .toList();
        double[] levels = solid.levels(fused ? anomalies : List.of());
        String title = Words.title(model.name()) + " model in 3-D: " + (sliced ? "slices" : "bodies");
        String subtitle = subtitle(solid, layer, levels);
        List<String> sources = fused
                ? result.modalities().stream().map(ModalityResult::modality).toList()
                : List.of(model.name());
        String footer = "Perspective from the south-west · depth below "
                + Ticks.label(model.depths().referenceHeight(), 1) + " m above sea level · "
                + "floor: value of greatest size above it · "
                + FigureText.provenance(result, sources);
        Layout layout = new Layout(title, subtitle, footer);
        Rectangle2D place = new Rectangle2D.Double(LEFT, layout.top() + ABOVE, Sheet.WIDTH - LEFT - RIGHT, HEIGHT);
        double barTop = place.getMaxY() + BELOW;
        Sheet sheet = layout.sheet(barTop + ColorBar.HEIGHT);
        Eye eye = new Eye(solid.box(), place);
        SolidAxes axes = new SolidAxes(solid, eye);
        RayPainter painter =
                new RayPainter(solid, eye, colors, levels, sliced ? solid.strongest() : new double[0], axes.ticks());
        sheet.pixels((columns, rows, scale) -> painter.paint(place, columns, rows), place);
        axes.draw(sheet);
        names(sheet, solid, eye, anomalies);
        String meaning = (fused
                        ? "score z (standard deviations of the prior)"
                        : Words.withUnit(Words.plain(layer.description()), layer.unit()))
                + (colors.clampedLow() || colors.clampedHigh() ? "; arrows: values beyond the scale" : "");
        ColorBar.draw(sheet, colors, meaning, (Sheet.WIDTH - BAR) / 2, barTop, BAR);
        return new Plate(model.name() + (sliced ? "_3d_slices" : "_3d_bodies"), title, subtitle, sheet);
    }

    private String subtitle(Solid solid, RegionModel.Layer layer, double[] levels) {
        String unit = Words.symbol(layer.unit()).isEmpty() ? "" : " " + Words.symbol(layer.unit());
        String what = sliced
                ? "vertical slices cross at the strongest cell"
                : "surfaces at +" + Ticks.number(levels[0]) + " and " + Ticks.number(levels[1]) + unit;
        return Words.plain(layer.description()) + " · " + what + " · heights × " + Ticks.brief(solid.exaggeration());
    }

    /** A pin from each peak to above the box, with the id where there is room; texts lie above all pins. */
    private static void names(Sheet sheet, Solid solid, Eye eye, List<Anomaly> anomalies) {
        List<Runnable> texts = new ArrayList<>();
        List<Rectangle2D> taken = new ArrayList<>();
        sheet.texts().forEach(t -> taken.add(t.box()));
        anomalies.stream().limit(MOST_NAMES).forEach(a -> {
            double[] share = solid.share(a.peak());
            if (Arrays.stream(share).allMatch(s -> s >= 0 && s <= 1)) {
                pin(sheet, eye.see(share[0], share[1], share[2]), eye.see(share[0], share[1], 1), a.id(), taken, texts);
            }
        });
        texts.forEach(Runnable::run);
    }

    private static void pin(
            Sheet sheet, double[] peak, double[] top, String id, List<Rectangle2D> taken, List<Runnable> texts) {
        TextStyle style = TextStyle.STRONG;
        String text = TextLines.fit(id, style, 220);
        double width = style.width(text);
        double height = style.ascent() + style.descent();
        for (double lift = 12; lift <= 60; lift += 16) {
            double end = top[1] - lift;
            Rectangle2D box = new Rectangle2D.Double(top[0] - width / 2 - 3, end - height - 3, width + 6, height + 6);
            if (taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                sheet.line(peak[0], peak[1], top[0], end, Color.WHITE, 6);
                sheet.line(peak[0], peak[1], top[0], end, TextStyle.INK, 2);
                sheet.fill(new Ellipse2D.Double(peak[0] - 8, peak[1] - 8, 16, 16), Color.WHITE);
                sheet.fill(new Ellipse2D.Double(peak[0] - 5, peak[1] - 5, 10, 10), TextStyle.INK);
                double y = box.getY() + 3 + style.ascent();
                texts.add(() -> sheet.textOnPicture(text, top[0], y, style, Anchor.MIDDLE));
                return;
            }
        }
    }
}
