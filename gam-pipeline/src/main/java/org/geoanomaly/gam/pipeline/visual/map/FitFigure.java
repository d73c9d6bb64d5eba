package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextLines;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;

/** Observed, predicted and residual of one modality, and how its inversion went. */
final class FitFigure {
    private static final double GAP = 44;
    private static final double PANEL = (Layout.WIDTH - 2 * GAP) / 3;
    private static final double CHART_HEIGHT = 360;
    private static final double HEAD = 48;
    private static final double CHART_LEFT = 64;
    private static final int BINS = 32;
    private static final double SPREAD = 4;
    private static final int MOST_TILES = 24;

    private final Draft draft;
    private final ModalityResult modality;
    private final FitSummary summary;

    FitFigure(Draft draft, ModalityResult modality) {
        this.draft = draft;
        this.modality = modality;
        this.summary = FitSummary.of(modality);
    }

    Plate draw() {
        List<FloatGrid> grids = Stream.of("data", "predicted", "residual")
                .map(modality.grid().layers()::get)
                .filter(Objects::nonNull)
                .toList();
        boolean maps = grids.size() == 3;
        String title = Words.title(modality.modality()) + ": what the model explains";
        String subtitle =
                summary.text(grids.isEmpty() ? "" : Words.symbol(grids.get(0).unit()));
        List<String> sources = List.of(modality.modality());
        String footer = maps ? draft.footer(grids.get(0).geometry(), sources, "") : draft.provenance(sources);
        Layout layout = new Layout(title, subtitle, footer);
        double y = layout.top() + HEAD;
        GridGeometry area =
                maps ? grids.get(0).geometry() : draft.result().fused().geometry();
        MapFrame frame = MapFrame.fit(Extent.of(area), Layout.LEFT, y, PANEL, 560);
        if (maps) {
            y = frame.bottom() + Graticule.labelHeight() + 24 + ColorBar.HEIGHT + 30 + HEAD;
        }
        Sheet sheet = layout.sheet(y + CHART_HEIGHT + Chart.labelHeight());
        if (maps) {
            triple(sheet, frame, grids);
        }
        convergence(sheet, y);
        histogram(sheet, y);
        return new Plate(modality.modality() + "_fit", title, subtitle, sheet);
    }

    private void triple(Sheet sheet, MapFrame first, List<FloatGrid> grids) {
        ColorScale common = ColorScale.signed(
                draft.palette().signed(), grids.get(0).values(), grids.get(1).values());
        ColorScale rest =
                ColorScale.signed(draft.palette().signed(), grids.get(2).values());
        String[] names = {"(a) Observed", "(b) Predicted", "(c) Observed − predicted"};
        String quantity = Words.plain(modality.grid().quantity());
        for (int i = 0; i < 3; i++) {
            FloatGrid grid = grids.get(i);
            ColorScale colors = i < 2 ? common : rest;
            double left = Layout.LEFT + i * (PANEL + GAP);
            MapFrame frame =
                    first.at(first.box().getX() + i * (PANEL + GAP), first.box().getY());
            new MapContent(grid, colors, false, List.of()).draw(sheet, frame, false);
            new Graticule(frame).drawEdge(sheet, true, i == 0);
            sheet.text(names[i], left, first.box().getY() - 26, TextStyle.PANEL, Anchor.START);
            String meaning = Words.withUnit(i < 2 ? quantity : "residual", grid.unit());
            double width = PANEL - 80;
            ColorBar.draw(
                    sheet,
                    colors,
                    TextLines.fit(meaning, TextStyle.LABEL, PANEL),
                    left + 40,
                    first.bottom() + Graticule.labelHeight() + 24,
                    width);
        }
    }

    private void convergence(Sheet sheet, double top) {
        line(sheet, 0, top, "(d) Convergence", "χ²/N", InversionStep::chi);
        List<List<InversionStep>> curves = modality.fits().stream()
                .map(f -> Tradeoff.of(f.fit().steps()))
                .filter(c -> c.size() > 1)
                .limit(MOST_TILES)
                .toList();
        if (curves.isEmpty()) {
            line(sheet, 1, top, "(e) Trade-off", "β", InversionStep::beta);
        } else {
            double left = Layout.LEFT + PANEL + GAP;
            sheet.text("(e) L-curve", left, top - 18, TextStyle.PANEL, Anchor.START);
            Tradeoff.draw(
                    sheet, new Rectangle2D.Double(left + CHART_LEFT, top, PANEL - CHART_LEFT, CHART_HEIGHT), curves);
        }
    }

    private void line(
            Sheet sheet, int column, double top, String name, String axis, ToDoubleFunction<InversionStep> of) {
        double left = Layout.LEFT + column * (PANEL + GAP);
        sheet.text(name, left, top - 18, TextStyle.PANEL, Anchor.START);
        Rectangle2D box = new Rectangle2D.Double(left + CHART_LEFT, top, PANEL - CHART_LEFT, CHART_HEIGHT);
        List<double[]> curves = new ArrayList<>();
        for (ModalityResult.TileFit fit : modality.fits()) {
            double[] values = fit.fit().steps().stream().mapToDouble(of).toArray();
            boolean drawable = values.length > 0 && Arrays.stream(values).allMatch(v -> v > 0 && Double.isFinite(v));
            if (drawable && curves.size() < MOST_TILES) {
                curves.add(values);
            }
        }
        if (curves.isEmpty()) {
            nothing(sheet, box);
            return;
        }
        boolean chi = column == 0;
        double low = curves.stream().flatMapToDouble(Arrays::stream).min().orElse(1);
        double high = curves.stream().flatMapToDouble(Arrays::stream).max().orElse(1);
        low = Math.min(low, chi ? 1 : low) / 1.6;
        high = Math.max(high, chi ? 1 : high) * 1.6;
        int steps = curves.stream().mapToInt(c -> c.length).max().orElse(1);
        Chart chart = new Chart(box, new double[] {0.5, steps + 0.5}, new double[] {low, high}, true);
        chart.axes(sheet, "step", axis, true);
        if (chi) {
            chart.level(sheet, 1, "χ² = N");
        }
        Color color = curves.size() == 1 ? Chart.CURVE : new Color(0x0b, 0x5f, 0x8a, 120);
        for (double[] curve : curves) {
            double[] xs = new double[curve.length];
            Arrays.setAll(xs, i -> i + 1.0);
            chart.curve(sheet, xs, curve, color, curves.size() == 1);
        }
    }

    private void histogram(Sheet sheet, double top) {
        double left = Layout.LEFT + 2 * (PANEL + GAP);
        sheet.text("(f) Normalised residuals", left, top - 18, TextStyle.PANEL, Anchor.START);
        Rectangle2D box = new Rectangle2D.Double(left, top, PANEL, CHART_HEIGHT);
        double[] normalised = summary.normalised();
        if (normalised.length == 0) {
            nothing(sheet, box);
            return;
        }
        double[] density = new double[BINS];
        double bin = 2 * SPREAD / BINS;
        for (double r : normalised) {
            int i = (int) Math.floor((r + SPREAD) / bin);
            density[Math.max(0, Math.min(BINS - 1, i))] += 1 / (bin * normalised.length);
        }
        double most = Math.max(0.42, Arrays.stream(density).max().orElse(1)) * 1.1;
        Chart chart = new Chart(box, new double[] {-SPREAD, SPREAD}, new double[] {0, most}, false);
        chart.axes(sheet, "residual / σ; line: N(0, 1)", "", false);
        for (int i = 0; i < BINS; i++) {
            chart.bar(sheet, i * bin - SPREAD, (i + 1) * bin - SPREAD, density[i]);
        }
        sheet.draw(box, TextStyle.INK, 2);
        double[] xs = new double[161];
        Arrays.setAll(xs, i -> -SPREAD + 2 * SPREAD * i / 160);
        double[] ys = Arrays.stream(xs)
                .map(x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI))
                .toArray();
        chart.curve(sheet, xs, ys, TextStyle.INK, false);
    }

    private static void nothing(Sheet sheet, Rectangle2D box) {
        sheet.draw(box, TextStyle.INK, 2);
        sheet.text("not recorded", box.getCenterX(), box.getCenterY(), TextStyle.SMALL, Anchor.MIDDLE);
    }
}
