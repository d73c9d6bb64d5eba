package org.geoanomaly.gam.pipeline.visual.sheet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.formats.png.PngFilter;

/** Turns a sheet into pixels. */
final class PngPage {
    private static final int LEVEL = 7;
    private static final float RIM = 7;
    static final Color RIM_COLOR = new Color(255, 255, 255, 225);

    private final double scale;
    private final Graphics2D graphics;

    private PngPage(Graphics2D graphics, double scale) {
        this.graphics = graphics;
        this.scale = scale;
    }

    static byte[] of(Sheet sheet, double scale) {
        int columns = (int) Math.round(Sheet.WIDTH * scale);
        int rows = (int) Math.round(sheet.height() * scale);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, columns, rows);
            graphics.scale(scale, scale);
            PngPage page = new PngPage(graphics, scale);
            sheet.marks().forEach(page::draw);
        } finally {
            graphics.dispose();
        }
        return PngDensity.add(encode(image), Sheet.UNITS_PER_INCH * scale);
    }

    private void draw(Mark mark) {
        if (mark instanceof Mark.Filled m) {
            graphics.setColor(m.color());
            graphics.fill(m.shape());
        } else if (mark instanceof Mark.Stroked m) {
            graphics.setStroke(stroke(m));
            graphics.setColor(m.color());
            graphics.draw(m.shape());
        } else if (mark instanceof Mark.Written m) {
            write(m);
        } else if (mark instanceof Mark.Clipped m) {
            graphics.setClip(m.box());
        } else if (mark instanceof Mark.Unclipped) {
            graphics.setClip(null);
        } else if (mark instanceof Mark.Painted m) {
            paint(m);
        }
    }

    private static BasicStroke stroke(Mark.Stroked m) {
        float width = (float) m.width();
        return m.dashed()
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash(), 0)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    /** Lengths of dash and gap, the same in every medium. */
    static float[] dash() {
        return new float[] {12, 9};
    }

    static float rim() {
        return RIM;
    }

    private void write(Mark.Written m) {
        Shape outline =
                m.style().font().createGlyphVector(TextStyle.exact(), m.text()).getOutline();
        AffineTransform place = AffineTransform.getTranslateInstance(m.x(), m.y());
        if (m.upward()) {
            place.quadrantRotate(-1);
        }
        Shape letters = place.createTransformedShape(outline);
        if (m.rim()) {
            graphics.setStroke(new BasicStroke(RIM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.setColor(RIM_COLOR);
            graphics.draw(letters);
        }
        graphics.setColor(m.style().color());
        graphics.fill(letters);
    }

    /** Pixel on pixel: nothing is resampled. */
    private void paint(Mark.Painted m) {
        AffineTransform units = graphics.getTransform();
        graphics.setTransform(new AffineTransform());
        int left = (int) Math.round(m.box().getX() * scale);
        int top = (int) Math.round(m.box().getY() * scale);
        graphics.drawImage(pixels(m.box(), m.pixels(), scale), left, top, null);
        graphics.setTransform(units);
    }

    static BufferedImage pixels(Rectangle2D box, Mark.Pixels pixels, double scale) {
        int columns = (int) Math.max(1, Math.round(box.getWidth() * scale));
        int rows = (int) Math.max(1, Math.round(box.getHeight() * scale));
        return pixels.at(columns, rows, scale);
    }

    static byte[] encode(BufferedImage image) {
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] samples = new byte[rgb.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            samples[3 * i] = (byte) (rgb[i] >> 16);
            samples[3 * i + 1] = (byte) (rgb[i] >> 8);
            samples[3 * i + 2] = (byte) rgb[i];
        }
        try (PngEncoder encoder = new PngEncoder(LEVEL)) {
            return encoder.encode(PngColorType.RGB, PngFilter.UP, samples, image.getWidth(), image.getHeight());
        }
    }
}
