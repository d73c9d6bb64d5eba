package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** The edge of a map: a chequered band, fine lines inside, degrees outside. */
final class Graticule {
    private static final double BAND = 11;
    private static final Color LINE = new Color(0, 0, 0, 38);
    private static final double LABEL_GAP = 46;

    private final MapFrame frame;
    private final double lonStep;
    private final double latStep;

    Graticule(MapFrame frame) {
        this.frame = frame;
        Extent e = frame.extent();
        this.lonStep = roomyStep(e.west(), e.east(), frame.box().getWidth(), true);
        this.latStep = roomyStep(e.south(), e.north(), frame.box().getHeight(), false);
    }

    /** The finest step whose labels have room between them. */
    private static double roomyStep(double low, double high, double length, boolean longitude) {
        for (int most = longitude ? 6 : 7; most > 1; most--) {
            double step = degreeStep(high - low, most);
            double widest = 0;
            for (double tick : Ticks.between(low, high, step)) {
                widest = Math.max(widest, TextStyle.LABEL.width(Ticks.longitude(tick, step)));
            }
            double needed = longitude ? widest + LABEL_GAP : 2 * TextStyle.LABEL.lineHeight();
            if (step / (high - low) * length >= needed) {
                return step;
            }
        }
        return degreeStep(high - low, 1);
    }

    /** Whole parts of a circle above ten degrees. */
    private static double degreeStep(double range, int most) {
        double step = Ticks.step(range, most);
        return step <= 10 ? step : step <= 20 ? 15 : step <= 50 ? 45 : 90;
    }

    /** Lines on the map. */
    void drawLines(Sheet sheet) {
        Rectangle2D box = frame.box();
        Extent e = frame.extent();
        for (double lon : Ticks.between(e.west(), e.east(), lonStep)) {
            sheet.line(frame.x(lon), box.getY(), frame.x(lon), box.getMaxY(), LINE, 1.5);
        }
        for (double lat : Ticks.between(e.south(), e.north(), latStep)) {
            sheet.line(box.getX(), frame.y(lat), box.getMaxX(), frame.y(lat), LINE, 1.5);
        }
    }

    /** The band and, where asked for, the degrees. */
    void drawEdge(Sheet sheet, boolean longitudes, boolean latitudes) {
        Rectangle2D box = frame.box();
        Extent e = frame.extent();
        Rectangle2D outer = new Rectangle2D.Double(
                box.getX() - BAND, box.getY() - BAND, box.getWidth() + 2 * BAND, box.getHeight() + 2 * BAND);
        band(sheet, e.west(), e.east(), lonStep / 2, true);
        band(sheet, e.south(), e.north(), latStep / 2, false);
        sheet.draw(outer, TextStyle.INK, 1.5);
        sheet.draw(box, TextStyle.INK, 1.5);
        if (longitudes) {
            double y = box.getMaxY() + BAND + 10 + TextStyle.LABEL.ascent();
            for (double lon : Ticks.between(e.west(), e.east(), lonStep)) {
                sheet.text(Ticks.longitude(lon, lonStep), frame.x(lon), y, TextStyle.LABEL, Anchor.MIDDLE);
            }
        }
        if (latitudes) {
            double x = box.getX() - BAND - 12;
            for (double lat : Ticks.between(e.south(), e.north(), latStep)) {
                double y = frame.y(lat) + TextStyle.LABEL.ascent() / 2;
                sheet.text(Ticks.latitude(lat, latStep), x, y, TextStyle.LABEL, Anchor.END);
            }
        }
    }

    private void band(Sheet sheet, double low, double high, double step, boolean horizontal) {
        Rectangle2D box = frame.box();
        long first = (long) Math.floor(low / step);
        for (long i = first; i * step < high; i++) {
            double from = Math.max(low, i * step);
            double to = Math.min(high, (i + 1) * step);
            if (Math.floorMod(i, 2L) != 0 || to <= from) {
                continue;
            }
            if (horizontal) {
                double width = frame.x(to) - frame.x(from);
                sheet.fill(new Rectangle2D.Double(frame.x(from), box.getY() - BAND, width, BAND), TextStyle.INK);
                sheet.fill(new Rectangle2D.Double(frame.x(from), box.getMaxY(), width, BAND), TextStyle.INK);
            } else {
                double height = frame.y(from) - frame.y(to);
                sheet.fill(new Rectangle2D.Double(box.getX() - BAND, frame.y(to), BAND, height), TextStyle.INK);
                sheet.fill(new Rectangle2D.Double(box.getMaxX(), frame.y(to), BAND, height), TextStyle.INK);
            }
        }
    }

    /** What the degrees below a map take. */
    static double labelHeight() {
        return BAND + 10 + TextStyle.LABEL.lineHeight();
    }
}
