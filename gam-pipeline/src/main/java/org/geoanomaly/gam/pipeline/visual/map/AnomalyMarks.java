package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextLines;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;

/** Rings around anomalies and their ids, as many as find room; the most certain come first. */
final class AnomalyMarks {
    private static final int MOST_LABELS = 60;
    private static final int MOST_RINGS = 2000;
    private static final double RADIUS = 15;
    private static final double GAP = 7;

    private final MapFrame frame;
    private final List<Anomaly> anomalies;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /**
     * Marks on a map.
     *
     * @param occupied boxes that labels must not touch
     */
    AnomalyMarks(MapFrame frame, List<Anomaly> anomalies, List<Rectangle2D> occupied) {
        this.frame = frame;
        this.anomalies = anomalies.stream()
                .filter(a -> frame.box().contains(x(frame, a), frame.y(a.peak().lat())))
                .limit(MOST_RINGS)
                .toList();
        taken.addAll(occupied);
    }

    private static double x(MapFrame frame, Anomaly a) {
        return frame.x(frame.extent().near(a.peak().lon()));
    }

    void draw(Sheet sheet) {
        for (Anomaly a : anomalies) {
            double x = x(frame, a);
            double y = frame.y(a.peak().lat());
            Ellipse2D ring = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            sheet.draw(ring, Color.WHITE, 7);
            sheet.draw(ring, TextStyle.INK, 3);
            taken.add(ring.getBounds2D());
        }
        anomalies.stream().limit(MOST_LABELS).forEach(a -> label(sheet, a));
    }

    private void label(Sheet sheet, Anomaly a) {
        TextStyle style = TextStyle.STRONG;
        String text = TextLines.fit(a.id(), style, 260);
        double width = style.width(text);
        double height = style.ascent() + style.descent();
        double x = x(frame, a);
        double y = frame.y(a.peak().lat());
        double reach = RADIUS + GAP;
        double[][] places = {
            {x + reach, y - height / 2},
            {x - reach - width, y - height / 2},
            {x - width / 2, y - reach - height},
            {x - width / 2, y + reach},
            {x + 0.7 * reach, y - 0.7 * reach - height},
            {x + 0.7 * reach, y + 0.7 * reach},
            {x - 0.7 * reach - width, y - 0.7 * reach - height},
            {x - 0.7 * reach - width, y + 0.7 * reach},
        };
        for (double[] place : places) {
            Rectangle2D box = new Rectangle2D.Double(place[0] - 3, place[1] - 3, width + 6, height + 6);
            if (frame.box().contains(box) && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                sheet.textOnPicture(text, place[0], place[1] + style.ascent(), style, Anchor.START);
                return;
            }
        }
    }
}
