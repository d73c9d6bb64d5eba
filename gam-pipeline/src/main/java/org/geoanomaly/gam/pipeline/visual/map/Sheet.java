package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.formats.png.PngFilter;

/** A white page to draw on. It remembers where its texts are. Belongs to one thread; close it after use. */
final class Sheet implements AutoCloseable {
    /** Width of every sheet in its own units: 6 inches at 300 dots. */
    static final int WIDTH = 1800;

    private static final double DOTS_PER_INCH = 300;
    private static final int LEVEL = 7;

    private final int height;
    private final double scale;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final List<Placed> texts = new ArrayList<>();

    /** A text and the box that its line takes. */
    record Placed(String text, Rectangle2D box) {}

    /** Which end of a text is at the given place. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    /**
     * An empty sheet.
     *
     * @param height in units
     * @param scale pixels for each unit
     */
    Sheet(int height, double scale) {
        this.height = height;
        this.scale = scale;
        int columns = (int) Math.round(WIDTH * scale);
        int rows = (int) Math.round(height * scale);
        image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, columns, rows);
        graphics.scale(scale, scale);
    }

    int height() {
        return height;
    }

    /** Pixels for each unit. */
    double scale() {
        return scale;
    }

    List<Placed> texts() {
        return texts;
    }

    /** One line with its baseline at y. */
    void text(String text, double x, double y, TextStyle style, Anchor anchor) {
        double width = style.width(text);
        double left = x - width * anchor.share;
        texts.add(new Placed(
                text, new Rectangle2D.Double(left, y - style.ascent(), width, style.ascent() + style.descent())));
        graphics.setColor(style.color());
        graphics.fill(outline(text, style, left, y));
    }

    /** One line upward, its middle at y, its baseline at x. */
    void textUp(String text, double x, double y, TextStyle style) {
        double width = style.width(text);
        texts.add(new Placed(
                text,
                new Rectangle2D.Double(x - style.ascent(), y - width / 2, style.ascent() + style.descent(), width)));
        AffineTransform turn = AffineTransform.getTranslateInstance(x, y + width / 2);
        turn.quadrantRotate(-1);
        graphics.setColor(style.color());
        graphics.fill(turn.createTransformedShape(outline(text, style, 0, 0)));
    }

    /** The same with a light rim, for texts on pictures. */
    void textOnPicture(String text, double x, double y, TextStyle style, Anchor anchor) {
        Shape outline = outline(text, style, x - style.width(text) * anchor.share, y);
        graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(new Color(255, 255, 255, 225));
        graphics.draw(outline);
        text(text, x, y, style, anchor);
    }

    private static Shape outline(String text, TextStyle style, double x, double y) {
        return style.font().createGlyphVector(TextStyle.exact(), text).getOutline((float) x, (float) y);
    }

    void line(double x0, double y0, double x1, double y1, Color color, double width) {
        draw(new Line2D.Double(x0, y0, x1, y1), color, width);
    }

    void draw(Shape shape, Color color, double width) {
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.setColor(color);
        graphics.draw(shape);
    }

    void dashed(Shape shape, Color color, double width) {
        float[] dash = {12, 9};
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        graphics.setColor(color);
        graphics.draw(shape);
    }

    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /** Limits what is drawn to a box until {@link #unclip}. */
    void clip(Rectangle2D box) {
        graphics.setClip(box);
    }

    void unclip() {
        graphics.setClip(null);
    }

    /** Draws pixels that are made for the sheet's resolution. */
    void pixels(BufferedImage picture, Rectangle2D box) {
        AffineTransform units = graphics.getTransform();
        graphics.setTransform(new AffineTransform());
        graphics.drawImage(picture, (int) Math.round(box.getX() * scale), (int) Math.round(box.getY() * scale), null);
        graphics.setTransform(units);
    }

    /** The picture as PNG with its resolution. */
    byte[] png() {
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] samples = new byte[rgb.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            samples[3 * i] = (byte) (rgb[i] >> 16);
            samples[3 * i + 1] = (byte) (rgb[i] >> 8);
            samples[3 * i + 2] = (byte) rgb[i];
        }
        try (PngEncoder encoder = new PngEncoder(LEVEL)) {
            byte[] png = encoder.encode(PngColorType.RGB, PngFilter.UP, samples, image.getWidth(), image.getHeight());
            return PngDensity.add(png, DOTS_PER_INCH * scale);
        }
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
