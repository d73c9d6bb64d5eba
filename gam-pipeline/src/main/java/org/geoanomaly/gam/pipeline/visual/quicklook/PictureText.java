package org.geoanomaly.gam.pipeline.visual.quicklook;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Writes on a picture and remembers where. Belongs to one thread. */
public final class PictureText {
    private static final String CUT = "…";

    private final Graphics2D graphics;
    private final List<Placed> placed = new ArrayList<>();

    /** A text and the box that its line takes. */
    public record Placed(String text, Rectangle2D box) {}

    public PictureText(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** All texts in the order of writing. */
    public List<Placed> placed() {
        return List.copyOf(placed);
    }

    /**
     * One line with its baseline at y.
     *
     * @param share which part of its width lies left of x: 0, 0.5 or 1
     */
    public void write(String text, Font font, double x, double y, double share) {
        write(text, font, x, y, share, Double.POSITIVE_INFINITY);
    }

    /** The same, cut where it would be wider than the room. */
    public void write(String text, Font font, double x, double y, double share, double room) {
        graphics.setFont(font);
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = fit(text, metrics, room);
        double width = metrics.stringWidth(shown);
        double left = x - share * width;
        double height = (double) metrics.getAscent() + metrics.getDescent();
        placed.add(new Placed(shown, new Rectangle2D.Double(left, y - metrics.getAscent(), width, height)));
        graphics.drawString(shown, (float) left, (float) y);
    }

    private static String fit(String text, FontMetrics metrics, double room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + CUT) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }
}
