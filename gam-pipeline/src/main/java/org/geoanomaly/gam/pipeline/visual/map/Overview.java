package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.visual.quicklook.BundledFont;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextLines;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;

/** The result on one page: score map, where on Earth it is, strongest anomalies, and the data they come from. */
final class Overview {
    private static final double MAP_WIDTH = 1080;
    private static final double SIDE_LEFT = Layout.LEFT + MAP_WIDTH + 50;
    private static final double SIDE_WIDTH = Sheet.WIDTH - SIDE_LEFT - 50;
    private static final int MOST_DATA = 3;
    private static final double GAP = 44;
    private static final double HEAD = 50;
    private static final double LINE = 38;
    private static final Color SEA = new Color(0xe9eef2);
    private static final Color HERE = new Color(0xc2410c);

    private final Draft draft;
    private final FloatGrid score;

    Overview(Draft draft) {
        this.draft = draft;
        this.score = ScoreMap.extremes(draft.result().fused());
    }

    Plate draw() {
        List<ModalityResult> shown = draft.result().modalities().stream()
                .filter(m -> m.grid().layers().containsKey("data"))
                .limit(MOST_DATA)
                .toList();
        String subtitle = subtitle();
        Layout layout = new Layout(
                "Overview of the region", subtitle, draft.footer(score.geometry(), draft.allModalities(), ""));
        Extent extent = Extent.of(score.geometry());
        MapFrame main = MapFrame.fit(extent, Layout.LEFT, layout.top() + HEAD, MAP_WIDTH, 1080);
        double barTop = main.bottom() + Graticule.labelHeight() + 24;
        double end = Math.max(barTop + ColorBar.HEIGHT, layout.top() + 620);
        double dataTop = end + 40 + HEAD;
        double panel = (Layout.WIDTH - (MOST_DATA - 1) * GAP) / MOST_DATA;
        MapFrame small = MapFrame.fit(extent, Layout.LEFT, dataTop, panel, 520);
        double bottom = shown.isEmpty() ? end : small.bottom() + Graticule.labelHeight() + 24 + ColorBar.HEIGHT;
        Sheet sheet = layout.sheet(bottom);
        score(sheet, main, barTop);
        locator(sheet, layout.top() + HEAD, extent);
        double below = table(sheet, layout.top() + HEAD + SIDE_WIDTH / 2 + 70, end);
        notes(sheet, below + 60, end);
        for (int i = 0; i < shown.size(); i++) {
            data(sheet, small.at(small.box().getX() + i * (panel + GAP), dataTop), shown.get(i), i, panel);
        }
        return new Plate("overview", "Overview of the region", subtitle, sheet);
    }

    private String subtitle() {
        int n = draft.anomalies().size();
        String found = n == 0 ? "no anomaly" : n == 1 ? "1 anomaly" : n + " anomalies";
        int gaps = draft.result().gaps().size();
        return found + " · " + String.join(" + ", draft.allModalities())
                + (gaps == 0 ? "" : " · " + (gaps == 1 ? "1 gap" : gaps + " gaps") + ", see the report");
    }

    private void score(Sheet sheet, MapFrame frame, double barTop) {
        ColorScale colors = ColorScale.signed(draft.palette().signed(), score.values());
        new MapContent(score, colors, false, draft.anomalies(), draft.relief(Extent.of(score.geometry())))
                .draw(sheet, frame, true);
        new Graticule(frame).drawEdge(sheet, true, true);
        sheet.text(
                "Fused score, greatest |z| of all depths",
                Layout.LEFT,
                frame.box().getY() - 28,
                TextStyle.PANEL,
                Anchor.START);
        double width = MAP_WIDTH - 220;
        ColorBar.draw(sheet, colors, "score z (standard deviations of the prior)", Layout.LEFT + 110, barTop, width);
    }

    /** A map of the world with the region on it. */
    private void locator(Sheet sheet, double top, Extent region) {
        sheet.text("Where", SIDE_LEFT, top - 28, TextStyle.PANEL, Anchor.START);
        double middle = Math.rint(0.5 * (region.west() + region.east()));
        Extent world = new Extent(middle - 180, middle + 180, -90, 90);
        MapFrame frame =
                new MapFrame(world, new Rectangle2D.Double(SIDE_LEFT, top, SIDE_WIDTH, Math.rint(SIDE_WIDTH / 2)));
        sheet.fill(frame.box(), SEA);
        sheet.clip(frame.box());
        Path2D coast = CoastLines.world().path(frame);
        sheet.draw(coast, new Color(0x6b7885), 1.5);
        double width = Math.max(14, frame.x(region.east()) - frame.x(region.west()));
        double height = Math.max(14, frame.y(region.south()) - frame.y(region.north()));
        double x = frame.x(0.5 * (region.west() + region.east())) - width / 2;
        double y = frame.y(region.middleLatitude()) - height / 2;
        sheet.draw(new Rectangle2D.Double(x, y, width, height), HERE, 4);
        sheet.unclip();
        sheet.draw(frame.box(), TextStyle.INK, 1.5);
    }

    /** Answers where it ends. */
    private double table(Sheet sheet, double top, double bottom) {
        sheet.text("Most certain anomalies", SIDE_LEFT, top, TextStyle.PANEL, Anchor.START);
        double[] columns = {
            SIDE_LEFT, SIDE_LEFT + 0.17 * SIDE_WIDTH, SIDE_LEFT + 0.73 * SIDE_WIDTH, SIDE_LEFT + SIDE_WIDTH
        };
        double y = top + LINE;
        sheet.text("id", columns[0], y, TextStyle.SMALL, Anchor.START);
        sheet.text("type", columns[1], y, TextStyle.SMALL, Anchor.START);
        sheet.text("conf.", columns[2], y, TextStyle.SMALL, Anchor.END);
        sheet.text("depth", columns[3], y, TextStyle.SMALL, Anchor.END);
        sheet.line(SIDE_LEFT, y + 9, SIDE_LEFT + SIDE_WIDTH, y + 9, TextStyle.FAINT, 1.5);
        int room = (int) Math.max(0, Math.floor((bottom - y - LINE) / LINE));
        List<Anomaly> all = draft.anomalies();
        int shown = all.size() <= room ? all.size() : Math.max(0, room - 1);
        TextStyle cell = TextStyle.of(BundledFont.REGULAR, 25, TextStyle.INK);
        for (Anomaly a : all.subList(0, shown)) {
            y += LINE;
            sheet.text(TextLines.fit(a.id(), cell, 0.16 * SIDE_WIDTH), columns[0], y, cell, Anchor.START);
            sheet.text(TextLines.fit(Words.plain(a.type()), cell, 0.4 * SIDE_WIDTH), columns[1], y, cell, Anchor.START);
            sheet.text(Math.round(100 * a.confidence()) + " %", columns[2], y, cell, Anchor.END);
            sheet.text(Words.depth(a.peak().depth()), columns[3], y, cell, Anchor.END);
        }
        if (shown < all.size()) {
            sheet.text("and " + (all.size() - shown) + " more", SIDE_LEFT, y + LINE, TextStyle.SMALL, Anchor.START);
        } else if (all.isEmpty()) {
            sheet.text("none", SIDE_LEFT, y + LINE, TextStyle.SMALL, Anchor.START);
        }
        return y + LINE;
    }

    /** What a reader should know, as far as there is room. */
    private void notes(Sheet sheet, double top, double bottom) {
        double y = top + TextStyle.PANEL.lineHeight();
        if (draft.result().notes().isEmpty() || y + 3 * TextStyle.SMALL.lineHeight() > bottom) {
            return;
        }
        sheet.text("To know", SIDE_LEFT, top, TextStyle.PANEL, Anchor.START);
        for (String note : draft.result().notes()) {
            for (String line : TextLines.wrap(note, TextStyle.SMALL, SIDE_WIDTH, 6)) {
                if (y > bottom) {
                    return;
                }
                sheet.text(line, SIDE_LEFT, y, TextStyle.SMALL, Anchor.START);
                y += TextStyle.SMALL.lineHeight();
            }
            y += 10;
        }
    }

    private void data(Sheet sheet, MapFrame frame, ModalityResult modality, int index, double panel) {
        FloatGrid data = modality.grid().layers().get("data");
        if (data == null) {
            return;
        }
        ColorScale colors = ColorScale.signed(draft.palette().signed(), data.values());
        MapFrame own = new MapFrame(Extent.of(data.geometry()), frame.box());
        new MapContent(data, colors, false, List.of()).draw(sheet, own, false);
        new Graticule(own).drawEdge(sheet, true, index == 0);
        double left = Layout.LEFT + index * (panel + GAP);
        String name = TextLines.fit(Words.title(modality.modality()), TextStyle.PANEL, panel);
        sheet.text(name, left, frame.box().getY() - 26, TextStyle.PANEL, Anchor.START);
        String meaning = Words.withUnit(Words.plain(modality.grid().quantity()), data.unit());
        ColorBar.draw(
                sheet,
                colors,
                TextLines.fit(meaning, TextStyle.LABEL, panel),
                left + 40,
                frame.bottom() + Graticule.labelHeight() + 24,
                panel - 80);
    }
}
