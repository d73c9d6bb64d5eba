package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** A length on the ground, true along the parallel on which it is drawn, in the corner with the fewest anomalies. */
final class ScaleBar {
    private static final double PAD = 18;
    private static final double INSET = 22;
    private static final double THICK = 12;

    private final MapFrame frame;
    private final double metres;
    private final Rectangle2D panel;
    private final double latitude;
    private final double length;

    private ScaleBar(MapFrame frame, double metres, Rectangle2D panel, double latitude, double length) {
        this.frame = frame;
        this.metres = metres;
        this.panel = panel;
        this.latitude = latitude;
        this.length = length;
    }

    static ScaleBar of(MapFrame frame, List<Anomaly> anomalies) {
        int best = 0;
        int fewest = Integer.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            ScaleBar bar = inCorner(frame, (corner & 1) == 0, (corner & 2) == 0);
            int covered = 0;
            for (Anomaly a : anomalies) {
                double x = frame.x(frame.extent().near(a.peak().lon()));
                covered += bar.panel.intersects(x - 30, frame.y(a.peak().lat()) - 30, 60, 60) ? 1 : 0;
            }
            if (covered < fewest) {
                fewest = covered;
                best = corner;
            }
        }
        return inCorner(frame, (best & 1) == 0, (best & 2) == 0);
    }

    private static ScaleBar inCorner(MapFrame frame, boolean east, boolean south) {
        Rectangle2D box = frame.box();
        double height = 2 * PAD + THICK + 2 * TextStyle.SMALL.lineHeight();
        double y = south ? box.getMaxY() - INSET - height : box.getY() + INSET;
        double middle = y + height / 2;
        double latitude = frame.extent().north()
                - (middle - box.getY()) / box.getHeight() * frame.extent().height();
        double perUnit = Extent.metresPerDegreeEast(latitude) * frame.extent().width() / box.getWidth();
        double metres = Ticks.step(0.22 * box.getWidth() * perUnit, 1);
        if (metres > 0.3 * box.getWidth() * perUnit) {
            metres = Ticks.step(0.1 * box.getWidth() * perUnit, 1);
        }
        double length = metres / perUnit;
        String end = label(metres) + unit(metres);
        double width = length + 2 * PAD + TextStyle.SMALL.width(end) / 2 + TextStyle.SMALL.width("0");
        width = Math.max(width, TextStyle.SMALL.width(note(latitude)) + 2 * PAD);
        double x = east ? box.getMaxX() - INSET - width : box.getX() + INSET;
        return new ScaleBar(frame, metres, new Rectangle2D.Double(x, y, width, height), latitude, length);
    }

    /** What it covers. */
    Rectangle2D panel() {
        return panel;
    }

    /** What it stands for on the ground, m. */
    double metres() {
        return metres;
    }

    /** How long it is on the sheet. */
    double length() {
        return length;
    }

    /** Whether the map is large enough to hold it. */
    boolean fits() {
        return panel.getWidth() < 0.6 * frame.box().getWidth()
                && panel.getHeight() < 0.5 * frame.box().getHeight();
    }

    void draw(Sheet sheet) {
        sheet.fill(
                new RoundRectangle2D.Double(panel.getX(), panel.getY(), panel.getWidth(), panel.getHeight(), 16, 16),
                new Color(255, 255, 255, 228));
        double left = panel.getX() + PAD + TextStyle.SMALL.width("0") / 2;
        double labels = panel.getY() + PAD + TextStyle.SMALL.ascent();
        double top = panel.getY() + PAD + TextStyle.SMALL.lineHeight();
        for (int i = 0; i < 4; i++) {
            Color color = i % 2 == 0 ? TextStyle.INK : Color.WHITE;
            sheet.fill(new Rectangle2D.Double(left + length * i / 4, top, length / 4, THICK), color);
        }
        sheet.draw(new Rectangle2D.Double(left, top, length, THICK), TextStyle.INK, 1.5);
        sheet.text("0", left, labels, TextStyle.SMALL, Anchor.MIDDLE);
        sheet.text(label(metres) + unit(metres), left + length, labels, TextStyle.SMALL, Anchor.MIDDLE);
        double y = top + THICK + 6 + TextStyle.SMALL.ascent();
        sheet.text(note(latitude), panel.getCenterX(), y, TextStyle.SMALL, Anchor.MIDDLE);
    }

    private static String note(double latitude) {
        return "at " + Ticks.latitude(latitude, 0.1);
    }

    private static String label(double metres) {
        return metres >= 1000 ? Ticks.label(metres / 1000, Math.max(1, metres / 1000)) : Ticks.label(metres, 1);
    }

    private static String unit(double metres) {
        return metres >= 1000 ? " km" : " m";
    }
}
