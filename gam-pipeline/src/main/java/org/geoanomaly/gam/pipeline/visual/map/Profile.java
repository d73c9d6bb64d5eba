package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.config.SectionLine;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextLines;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;
import org.jspecify.annotations.Nullable;

/** What lies below a line of the user's: where it runs, the field along it, observed and predicted, and the model in section. */
final class Profile {
    private static final int SAMPLES = 400;
    private static final double HEAD = 56;
    private static final double MAP_WIDTH = 460;
    private static final double SECTION_HEIGHT = 420;
    private static final double CURVES_HEIGHT = 300;
    private static final double SIDE = Layout.LEFT + 20;
    private static final double WIDTH = Layout.WIDTH - 20;
    private static final double KEY_WIDTH = 400;
    private static final double NEAR = 0.04;
    private static final Color PREDICTED = new Color(0xb4, 0x48, 0x10);

    private final Draft draft;
    private final RegionModel model;
    private final RegionModel.Layer layer;
    private final LinePath path;
    private final @Nullable ModalityResult modality;

    /**
     * A figure.
     *
     * @param modality whose field is shown; none for the fused model
     */
    Profile(Draft draft, RegionModel model, SectionLine line, @Nullable ModalityResult modality) {
        this.draft = draft;
        this.model = model;
        this.layer = ScoreMap.main(model);
        this.path = new LinePath(line, Extent.of(model.geometry()));
        this.modality = modality;
    }

    Plate draw() {
        boolean fused = modality == null;
        String title = Words.title(model.name()) + " model: section A–B";
        String subtitle = "from " + path.place(0) + " to " + path.place(1) + " · " + Words.depth(path.metres())
                + " · rings: anomalies within " + Words.depth(near()) + " of the line";
        List<String> sources = fused ? draft.allModalities() : List.of(model.name());
        String footer = "WGS 84, straight on the map · depth below "
                + Ticks.label(model.depths().referenceHeight(), 1) + " m above sea level · hatched: no data · "
                + draft.provenance(sources);
        Layout layout = new Layout(title, subtitle, footer);
        double top = layout.top() + HEAD;
        MapFrame frame = MapFrame.fit(Extent.of(model.geometry()), SIDE, top, MAP_WIDTH, 440);
        double curvesLeft = fused ? 0 : SIDE + MAP_WIDTH + 170;
        Rectangle2D curves = new Rectangle2D.Double(curvesLeft, top, SIDE + WIDTH - curvesLeft, CURVES_HEIGHT);
        double first = Math.max(frame.bottom() + Graticule.labelHeight(), curves.getMaxY() + Chart.labelHeight());
        Rectangle2D box = new Rectangle2D.Double(SIDE, first + HEAD + 44, WIDTH, SECTION_HEIGHT);
        double barTop = box.getMaxY() + Chart.labelHeight() + 34;
        ColorScale colors = ColorScale.signed(draft.palette().signed(), layer.values());
        Sheet sheet = layout.sheet(barTop + ColorBar.HEIGHT);
        map(sheet, frame, colors);
        if (modality != null) {
            field(sheet, curves, modality);
        }
        section(sheet, box, colors);
        String meaning = DepthSlices.meaning(layer, fused) + SingleMap.clampText(colors);
        ColorBar.draw(sheet, colors, meaning, (Sheet.WIDTH - 1000) / 2.0, barTop, 1000);
        return new Plate(model.name() + "_section_line", title, subtitle, sheet);
    }

    private double near() {
        return NEAR * path.metres();
    }

    private void map(Sheet sheet, MapFrame frame, ColorScale colors) {
        new MapContent(ScoreMap.extremes(model), colors, false, List.of()).draw(sheet, frame, false);
        double[] a = {frame.x(path.lon(0)), frame.y(path.lat(0))};
        double[] b = {frame.x(path.lon(1)), frame.y(path.lat(1))};
        Line2D line = new Line2D.Double(a[0], a[1], b[0], b[1]);
        sheet.clip(frame.box());
        sheet.draw(line, Color.WHITE, 9);
        sheet.draw(line, TextStyle.INK, 4);
        sheet.unclip();
        new Graticule(frame).drawEdge(sheet, true, true);
        sheet.text("(a) Where", frame.box().getX(), frame.box().getY() - 26, TextStyle.PANEL, Anchor.START);
        end(sheet, frame, "A", a);
        end(sheet, frame, "B", b);
    }

    /** A letter at an end of the line, inside the map. */
    private static void end(Sheet sheet, MapFrame frame, String name, double[] at) {
        Rectangle2D box = frame.box();
        double x = Math.max(box.getX() + 22, Math.min(box.getMaxX() - 22, at[0]));
        double y = Math.max(box.getY() + 34, Math.min(box.getMaxY() - 14, at[1] - 12));
        sheet.textOnPicture(name, x, y, TextStyle.STRONG, Anchor.MIDDLE);
    }

    private void field(Sheet sheet, Rectangle2D box, ModalityResult field) {
        FloatGrid observed = field.grid().layers().get("data");
        FloatGrid predicted = field.grid().layers().get("predicted");
        String symbol = Words.symbol(observed == null ? layer.unit() : observed.unit());
        String name = "(b) " + Words.title(field.grid().quantity()) + " along the line";
        double room = box.getWidth() - KEY_WIDTH;
        sheet.text(
                TextLines.fit(name, TextStyle.PANEL, room), box.getX(), box.getY() - 26, TextStyle.PANEL, Anchor.START);
        double[] seen = observed == null ? new double[0] : path.sample(observed, SAMPLES);
        double[] made = predicted == null ? new double[0] : path.sample(predicted, SAMPLES);
        double[] all = java.util.stream.DoubleStream.concat(Arrays.stream(seen), Arrays.stream(made))
                .filter(Double::isFinite)
                .toArray();
        if (all.length == 0) {
            sheet.draw(box, TextStyle.INK, 2);
            sheet.text("no data on the line", box.getCenterX(), box.getCenterY(), TextStyle.SMALL, Anchor.MIDDLE);
            return;
        }
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double margin = Math.max(1e-6 + 1e-6 * Math.abs(high), 0.12 * (high - low));
        double length = path.metres() / unit();
        Chart chart = new Chart(box, new double[] {0, length}, new double[] {low - margin, high + margin}, false);
        chart.axes(sheet, "distance from A (" + unitName() + ")", symbol, true);
        runs(seen).forEach(r -> chart.curve(sheet, distances(r, length), values(seen, r), Chart.CURVE, false));
        runs(made).forEach(r -> chart.curve(sheet, distances(r, length), values(made, r), PREDICTED, false));
        double x = box.getMaxX();
        double y = box.getY() - 26;
        x = key(sheet, "predicted", PREDICTED, x, y);
        key(sheet, "observed", Chart.CURVE, x - 40, y);
    }

    /** A line of a colour and its name, ending at x; answers where it begins. */
    private static double key(Sheet sheet, String name, Color color, double x, double y) {
        double width = TextStyle.SMALL.width(name);
        sheet.text(name, x, y, TextStyle.SMALL, Anchor.END);
        sheet.line(x - width - 56, y - 8, x - width - 12, y - 8, color, 5);
        return x - width - 56;
    }

    /** Where values follow each other without a gap: first and one after last. */
    private static List<int[]> runs(double[] values) {
        List<int[]> runs = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= values.length; i++) {
            boolean there = i < values.length && Double.isFinite(values[i]);
            if (there && start < 0) {
                start = i;
            } else if (!there && start >= 0) {
                runs.add(new int[] {start, i});
                start = -1;
            }
        }
        return runs;
    }

    private static double[] distances(int[] run, double length) {
        double[] out = new double[run[1] - run[0]];
        Arrays.setAll(out, i -> (run[0] + i + 0.5) / SAMPLES * length);
        return out;
    }

    private static double[] values(double[] values, int[] run) {
        return Arrays.copyOfRange(values, run[0], run[1]);
    }

    private double unit() {
        return path.metres() >= 3000 ? 1000 : 1;
    }

    private String unitName() {
        return unit() > 1 ? "km" : "m";
    }

    private void section(Sheet sheet, Rectangle2D box, ColorScale colors) {
        RegionModel.Depths depths = model.depths();
        double first = depths.top(0);
        double deep = depths.bottom(depths.count() - 1) - first;
        double[] edges = new double[depths.count() + 1];
        edges[0] = first;
        for (int k = 0; k < depths.count(); k++) {
            edges[k + 1] = depths.bottom(k);
        }
        new FieldPainter(Axis.even(SAMPLES), new Axis(edges), slab()).paint(sheet, box, colors, false);
        String name = (modality == null ? "(b)" : "(c)") + " Section: " + Words.plain(layer.description());
        String fitting = TextLines.fit(name, TextStyle.PANEL, box.getWidth() - KEY_WIDTH);
        sheet.text(fitting, box.getX(), box.getY() - 22, TextStyle.PANEL, Anchor.START);
        double exaggeration = (box.getHeight() / deep) / (box.getWidth() / path.metres());
        String text = "vertical exaggeration " + Ticks.brief(exaggeration);
        sheet.text(text, box.getMaxX(), box.getY() - 22, TextStyle.SMALL, Anchor.END);
        rings(sheet, box, first, deep);
        double length = path.metres() / unit();
        double depthUnit = deep >= 2000 ? 1000 : 1;
        Chart chart = new Chart(
                box, new double[] {0, length}, new double[] {(first + deep) / depthUnit, first / depthUnit}, false);
        chart.frame(sheet, "distance from A (" + unitName() + ")", depthUnit > 1 ? "depth (km)" : "depth (m)");
        sheet.textOnPicture("A", box.getX() + 24, box.getY() + 36, TextStyle.STRONG, Anchor.MIDDLE);
        sheet.textOnPicture("B", box.getMaxX() - 24, box.getY() + 36, TextStyle.STRONG, Anchor.MIDDLE);
    }

    private float[] slab() {
        GridGeometry g = model.geometry();
        int layers = model.depths().count();
        float[] out = new float[layers * SAMPLES];
        for (int k = 0; k < layers; k++) {
            float[] plane = Arrays.copyOfRange(layer.values(), k * g.size(), (k + 1) * g.size());
            double[] row = path.sample(new FloatGrid(g, layer.unit(), plane), SAMPLES);
            for (int i = 0; i < SAMPLES; i++) {
                out[k * SAMPLES + i] = (float) row[i];
            }
        }
        return out;
    }

    private void rings(Sheet sheet, Rectangle2D box, double first, double deep) {
        for (Anomaly a : draft.anomalies()) {
            double[] at = path.nearest(a.peak().lat(), a.peak().lon());
            double y = box.getY() + (a.peak().depth() - first) / deep * box.getHeight();
            double x = box.getX() + at[0] * box.getWidth();
            if (at[1] > near() || at[0] <= 0 || at[0] >= 1 || !box.contains(x - 15, y - 15, 30, 30)) {
                continue;
            }
            Ellipse2D ring = new Ellipse2D.Double(x - 13, y - 13, 26, 26);
            sheet.draw(ring, Color.WHITE, 7);
            sheet.draw(ring, TextStyle.INK, 3);
            double width = TextStyle.STRONG.width(a.id());
            Rectangle2D label = new Rectangle2D.Double(x + 18, y - 16, width + 6, 32);
            boolean free = sheet.texts().stream().noneMatch(t -> t.box().intersects(label));
            if (free && box.contains(label)) {
                sheet.textOnPicture(a.id(), x + 21, y + 10, TextStyle.STRONG, Anchor.START);
            }
        }
    }
}
