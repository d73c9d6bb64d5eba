package org.geoanomaly.gam.pipeline.visual.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A white page to draw on. It remembers what is drawn and where its texts are. Belongs to one thread while it is drawn on. */
public final class Sheet {
    /** Width of every sheet in its own units: 6 inches at 300 dots. */
    public static final int WIDTH = 1800;

    /** Units in an inch of paper. */
    static final double UNITS_PER_INCH = 300;

    private final int height;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Placed> texts = new ArrayList<>();

    /** A text and the box that its line takes. */
    public record Placed(String text, Rectangle2D box) {}

    /** Which end of a text is at the given place. */
    public enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    /** Makes pixels for the resolution of a medium. */
    @FunctionalInterface
    public interface Picture {
        /**
         * The pixels, opaque.
         *
         * @param scale pixels for each unit of the sheet
         */
        BufferedImage at(int columns, int rows, double scale);
    }

    /**
     * An empty sheet.
     *
     * @param height in units
     */
    public Sheet(int height) {
        this.height = height;
    }

    public int height() {
        return height;
    }

    /** All texts in the order of drawing. */
    public List<Placed> texts() {
        return List.copyOf(texts);
    }

    List<Mark> marks() {
        return marks;
    }

    /** One line with its baseline at y. */
    public void text(String text, double x, double y, TextStyle style, Anchor anchor) {
        text(text, x, y, style, anchor, false);
    }

    /** The same with a light rim, for texts on pictures. */
    public void textOnPicture(String text, double x, double y, TextStyle style, Anchor anchor) {
        text(text, x, y, style, anchor, true);
    }

    private void text(String text, double x, double y, TextStyle style, Anchor anchor, boolean rim) {
        double width = style.width(text);
        double left = x - width * anchor.share;
        texts.add(new Placed(
                text, new Rectangle2D.Double(left, y - style.ascent(), width, style.ascent() + style.descent())));
        marks.add(new Mark.Written(text, left, y, false, rim, style));
    }

    /** One line upward, its middle at y, its baseline at x. */
    public void textUp(String text, double x, double y, TextStyle style) {
        double width = style.width(text);
        texts.add(new Placed(
                text,
                new Rectangle2D.Double(x - style.ascent(), y - width / 2, style.ascent() + style.descent(), width)));
        marks.add(new Mark.Written(text, x, y + width / 2, true, false, style));
    }

    public void line(double x0, double y0, double x1, double y1, Color color, double width) {
        draw(new Line2D.Double(x0, y0, x1, y1), color, width);
    }

    public void draw(Shape shape, Color color, double width) {
        marks.add(new Mark.Stroked(shape, color, width, false));
    }

    public void dashed(Shape shape, Color color, double width) {
        marks.add(new Mark.Stroked(shape, color, width, true));
    }

    public void fill(Shape shape, Color color) {
        marks.add(new Mark.Filled(shape, color));
    }

    /** Limits what is drawn to a box until {@link #unclip}. */
    public void clip(Rectangle2D box) {
        marks.add(new Mark.Clipped(box));
    }

    public void unclip() {
        marks.add(new Mark.Unclipped());
    }

    /** Draws pixels that are made for the medium's resolution. */
    public void pixels(Picture picture, Rectangle2D box) {
        marks.add(new Mark.Painted(box, picture::at));
    }

    /**
     * The page as PNG, which says how large it is on paper.
     *
     * @param scale pixels for each unit: 1 for 300 dots an inch
     */
    public byte[] png(double scale) {
        return PngPage.of(this, scale);
    }

    /** The page as SVG with its letters' shapes inside. */
    public byte[] svg(String title) {
        return SvgPage.of(this, title);
    }

    /**
     * The page as PDF with its letters' shapes inside.
     *
     * @param time that the document tells as its creation
     */
    public byte[] pdf(String title, Instant time) {
        return PdfPage.of(this, title, time);
    }
}
