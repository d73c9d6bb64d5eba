package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.RegionModel;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** Two vertical sections through a model, west–east and south–north, that cross at the strongest anomaly. */
final class Sections {
    private static final double HEIGHT = 400;
    private static final double HEAD = 56;
    private static final int NEAR_CELLS = 3;

    private final Draft draft;
    private final RegionModel model;
    private final RegionModel.Layer layer;
    private final int row;
    private final int column;

    /** Where a section runs and what it is called. */
    private record Line(String name, boolean eastward, double low, double high, double metres) {}

    Sections(Draft draft, RegionModel model) {
        this.draft = draft;
        this.model = model;
        this.layer = ScoreMap.main(model);
        GridGeometry g = model.geometry();
        int strongest = ScoreMap.strongest(layer.values());
        int cell = Math.max(0, strongest) % g.size();
        Anomaly peak = draft.anomalies().stream()
                .filter(a -> inside(g, a))
                .max((a, b) -> Double.compare(Math.abs(a.score()), Math.abs(b.score())))
                .orElse(null);
        this.column = peak == null ? cell % g.columns() : columnOf(g, peak);
        this.row = peak == null ? cell / g.columns() : rowOf(g, peak);
    }

    private static int columnOf(GridGeometry g, Anomaly a) {
        return (int) Math.floor((Extent.of(g).near(a.peak().lon()) - g.west()) / g.dx());
    }

    private static int rowOf(GridGeometry g, Anomaly a) {
        return (int) Math.floor((g.north() - a.peak().lat()) / g.dy());
    }

    private static boolean inside(GridGeometry g, Anomaly a) {
        int c = columnOf(g, a);
        int r = rowOf(g, a);
        return c >= 0 && c < g.columns() && r >= 0 && r < g.rows();
    }

    Plate draw() {
        GridGeometry g = model.geometry();
        boolean fused = layer == model.layers().get("score");
        double lat = g.y(row);
        double lon = g.x(column);
        Line east = new Line(
                "(a) West–east at " + Ticks.latitude(lat, 0.01),
                true,
                g.west(),
                g.east(),
                (g.east() - g.west()) * Extent.metresPerDegreeEast(lat));
        Line north = new Line(
                "(b) South–north at " + Ticks.longitude(lon, 0.01),
                false,
                g.south(),
                g.north(),
                (g.north() - g.south()) * Extent.metresPerDegreeNorth(lat));
        String title = Words.title(model.name()) + " model: vertical sections";
        String subtitle = Words.plain(layer.description()) + " · dashed: the other section"
                + " · rings: anomalies within " + NEAR_CELLS + " cells";
        List<String> sources = fused ? draft.allModalities() : List.of(model.name());
        String footer = "WGS 84 · depth below " + Ticks.label(model.depths().referenceHeight(), 1)
                + " m above sea level · hatched: no data · " + draft.provenance(sources);
        Layout layout = new Layout(title, subtitle, footer);
        double top = layout.top() + HEAD;
        double second = top + HEIGHT + Graticule.labelHeight() + HEAD + 30;
        double barTop = second + HEIGHT + Graticule.labelHeight() + 28;
        ColorScale colors = ColorScale.signed(draft.palette().signed(), layer.values());
        Sheet sheet = layout.sheet(barTop + ColorBar.HEIGHT);
        section(sheet, east, top, colors);
        section(sheet, north, second, colors);
        String meaning = DepthSlices.meaning(layer, fused) + SingleMap.clampText(colors);
        ColorBar.draw(sheet, colors, meaning, (Sheet.WIDTH - 1000) / 2.0, barTop, 1000);
        return new Plate(model.name() + "_sections", title, subtitle, sheet);
    }

    private void section(Sheet sheet, Line line, double top, ColorScale colors) {
        RegionModel.Depths depths = model.depths();
        double deep = depths.bottom(depths.count() - 1) - depths.top(0);
        Rectangle2D box = new Rectangle2D.Double(Layout.LEFT + 20, top, Layout.WIDTH - 20, HEIGHT);
        double[] edges = new double[depths.count() + 1];
        for (int k = 0; k < depths.count(); k++) {
            edges[k] = depths.top(k);
            edges[k + 1] = depths.bottom(k);
        }
        float[] values = values(line.eastward());
        Axis along = Axis.even(values.length / depths.count());
        new FieldPainter(along, new Axis(edges), values).paint(sheet, box, colors, false);
        double exaggeration = (HEIGHT / deep) / (box.getWidth() / line.metres());
        sheet.text(line.name(), box.getX(), top - 22, TextStyle.PANEL, Anchor.START);
        String length = Words.depth(line.metres()) + " long, vertical exaggeration " + Ticks.brief(exaggeration);
        sheet.text(length, box.getMaxX(), top - 22, TextStyle.SMALL, Anchor.END);
        crossing(sheet, line, box);
        anomalies(sheet, line, box, depths.top(0), deep);
        axes(sheet, line, box, depths.top(0), deep);
    }

    private float[] values(boolean eastward) {
        GridGeometry g = model.geometry();
        int n = eastward ? g.columns() : g.rows();
        int layers = model.depths().count();
        float[] out = new float[n * layers];
        for (int k = 0; k < layers; k++) {
            for (int i = 0; i < n; i++) {
                int r = eastward ? row : g.rows() - 1 - i;
                int c = eastward ? i : column;
                out[k * n + i] = layer.values()[(k * g.rows() + r) * g.columns() + c];
            }
        }
        return out;
    }

    private void crossing(Sheet sheet, Line line, Rectangle2D box) {
        GridGeometry g = model.geometry();
        double at = line.eastward() ? g.x(column) : g.y(row);
        double x = box.getX() + (at - line.low()) / (line.high() - line.low()) * box.getWidth();
        sheet.dashed(new Line2D.Double(x, box.getY(), x, box.getMaxY()), new Color(0x17, 0x20, 0x2a, 130), 2.5);
    }

    private void anomalies(Sheet sheet, Line line, Rectangle2D box, double first, double deep) {
        GridGeometry g = model.geometry();
        for (Anomaly a : draft.anomalies()) {
            int off = line.eastward() ? rowOf(g, a) - row : columnOf(g, a) - column;
            if (!inside(g, a) || Math.abs(off) > NEAR_CELLS) {
                continue;
            }
            double at = line.eastward()
                    ? Extent.of(g).near(a.peak().lon())
                    : a.peak().lat();
            double x = box.getX() + (at - line.low()) / (line.high() - line.low()) * box.getWidth();
            double y = box.getY() + (a.peak().depth() - first) / deep * HEIGHT;
            if (box.contains(x - 15, y - 15, 30, 30)) {
                Ellipse2D ring = new Ellipse2D.Double(x - 13, y - 13, 26, 26);
                sheet.draw(ring, Color.WHITE, 7);
                sheet.draw(ring, TextStyle.INK, 3);
            }
        }
    }

    private static void axes(Sheet sheet, Line line, Rectangle2D box, double first, double deep) {
        sheet.draw(box, TextStyle.INK, 2);
        double step = Ticks.step(line.high() - line.low(), 8);
        double below = box.getMaxY() + 24 + TextStyle.LABEL.ascent();
        for (double tick : Ticks.between(line.low(), line.high(), step)) {
            double x = box.getX() + (tick - line.low()) / (line.high() - line.low()) * box.getWidth();
            String text = line.eastward() ? Ticks.longitude(tick, step) : Ticks.latitude(tick, step);
            sheet.line(x, box.getMaxY(), x, box.getMaxY() + 8, TextStyle.INK, 2);
            sheet.text(text, x, below, TextStyle.LABEL, Anchor.MIDDLE);
        }
        boolean kilometres = deep >= 2000;
        double unit = kilometres ? 1000 : 1;
        double depthStep = Ticks.step(deep / unit, 5);
        for (double tick : Ticks.between(first / unit, (first + deep) / unit, depthStep)) {
            double y = box.getY() + (tick * unit - first) / deep * box.getHeight();
            sheet.line(box.getX() - 8, y, box.getX(), y, TextStyle.INK, 2);
            double base = y + TextStyle.LABEL.ascent() / 2;
            sheet.text(Ticks.label(tick, depthStep), box.getX() - 14, base, TextStyle.LABEL, Anchor.END);
        }
        sheet.textUp(kilometres ? "depth (km)" : "depth (m)", box.getX() - 92, box.getCenterY(), TextStyle.LABEL);
    }
}
