package org.geoanomaly.gam.pipeline.visual.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.geoanomaly.gam.pipeline.visual.quicklook.BundledFont;

/**
 * Turns a sheet into SVG 1.1. Texts stay texts, with the letters they need as a font inside the file and the width that they have on the
 * sheet, so that they neither overflow nor collide where a program takes another font.
 */
final class SvgPage {
    private static final double SCALE = 1;
    /** Besides those of the outlines themselves; programs that hint small sizes are left out. */
    private static final List<String> TABLES =
            List.of("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post");

    private final Sheet sheet;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final StringBuilder body = new StringBuilder(1 << 16);
    private final Map<BundledFont, SortedSet<Integer>> letters = new LinkedHashMap<>();
    private int clips;
    private boolean clipped;

    private SvgPage(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] of(Sheet sheet, String title) {
        return new SvgPage(sheet).page(title).getBytes(StandardCharsets.UTF_8);
    }

    private String page(String title) {
        sheet.marks().forEach(this::draw);
        unclip();
        double inches = sheet.height() / Sheet.UNITS_PER_INCH;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
                .append(number(Sheet.WIDTH / Sheet.UNITS_PER_INCH))
                .append("in\" height=\"")
                .append(number(inches))
                .append("in\" viewBox=\"0 0 ")
                .append(Sheet.WIDTH)
                .append(' ')
                .append(sheet.height())
                .append("\" role=\"img\">\n<title>")
                .append(escape(title))
                .append("</title>\n<style>\n");
        letters.forEach((face, used) -> out.append("@font-face{font-family:\"")
                .append(family(face))
                .append("\";src:url(data:font/ttf;base64,")
                .append(Base64.getEncoder().encodeToString(subset(face, used)))
                .append(")}\n"));
        out.append("text{white-space:pre}\n</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        return out.append(body).append("</svg>\n").toString();
    }

    private void draw(Mark mark) {
        if (mark instanceof Mark.Filled m) {
            body.append("<path").append(color("fill", m.color()));
            path(m.shape());
        } else if (mark instanceof Mark.Stroked m) {
            body.append("<path fill=\"none\"").append(color("stroke", m.color()));
            body.append(" stroke-linejoin=\"round\" stroke-width=\"")
                    .append(number(m.width()))
                    .append('"');
            if (m.dashed()) {
                float[] dash = PngPage.dash();
                body.append(" stroke-dasharray=\"" + number(dash[0]) + " " + number(dash[1]) + "\"");
            }
            path(m.shape());
        } else if (mark instanceof Mark.Written m) {
            write(m);
        } else if (mark instanceof Mark.Clipped m) {
            unclip();
            clip(m.box());
        } else if (mark instanceof Mark.Unclipped) {
            unclip();
        } else if (mark instanceof Mark.Painted m) {
            byte[] png = PngPage.encode(PngPage.pixels(m.box(), m.pixels(), SCALE));
            body.append("<image").append(box(m.box())).append(" preserveAspectRatio=\"none\" xlink:href=\"");
            body.append("data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(png))
                    .append("\"/>\n");
        }
    }

    private void clip(Rectangle2D box) {
        clips++;
        body.append("<clipPath id=\"c" + clips + "\"><rect").append(box(box)).append("/></clipPath>\n");
        body.append("<g clip-path=\"url(#c" + clips + ")\">\n");
        clipped = true;
    }

    private void unclip() {
        if (clipped) {
            body.append("</g>\n");
            clipped = false;
        }
    }

    private void write(Mark.Written m) {
        String text = visible(m.text());
        if (text.isBlank()) {
            return;
        }
        text.codePoints()
                .forEach(c -> letters.computeIfAbsent(m.style().face(), f -> new TreeSet<>())
                        .add(c));
        String place = m.upward()
                ? " transform=\"translate(" + number(m.x()) + " " + number(m.y()) + ") rotate(-90)\""
                : " x=\"" + number(m.x()) + "\" y=\"" + number(m.y()) + "\"";
        String common = place + " font-family=\"'" + family(m.style().face()) + "','Liberation Sans',Arial,sans-serif\""
                + (m.style().face() == BundledFont.BOLD ? " font-weight=\"bold\"" : "") + " font-size=\""
                + number(m.style().size()) + "\" textLength=\""
                + number(m.style().width(m.text())) + "\" lengthAdjust=\"spacingAndGlyphs\"";
        if (m.rim()) {
            body.append("<text aria-hidden=\"true\" fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"")
                    .append(number(PngPage.rim()))
                    .append('"')
                    .append(color("stroke", PngPage.RIM_COLOR))
                    .append(common)
                    .append('>')
                    .append(escape(text))
                    .append("</text>\n");
        }
        body.append("<text").append(color("fill", m.style().color())).append(common);
        body.append('>').append(escape(text)).append("</text>\n");
    }

    private static String family(BundledFont face) {
        return face == BundledFont.BOLD ? "GAM Sans Bold" : "GAM Sans";
    }

    private static byte[] subset(BundledFont face, SortedSet<Integer> used) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()))) {
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            used.forEach(subsetter::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subsetter.writeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void path(Shape shape) {
        body.append(" d=\"");
        double[] c = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> points('M', c, 2);
                case PathIterator.SEG_LINETO -> points('L', c, 2);
                case PathIterator.SEG_QUADTO -> points('Q', c, 4);
                case PathIterator.SEG_CUBICTO -> points('C', c, 6);
                default -> body.append('Z');
            }
        }
        body.append("\"/>\n");
    }

    private void points(char command, double[] c, int n) {
        body.append(command);
        for (int k = 0; k < n; k++) {
            body.append(k > 0 ? " " : "").append(number(c[k]));
        }
    }

    private static String box(Rectangle2D box) {
        return " x=\"" + number(box.getX()) + "\" y=\"" + number(box.getY()) + "\" width=\"" + number(box.getWidth())
                + "\" height=\"" + number(box.getHeight()) + "\"";
    }

    private static String color(String what, Color color) {
        String rgb = String.format(java.util.Locale.ROOT, " %s=\"#%06x\"", what, color.getRGB() & 0xffffff);
        return color.getAlpha() == 255
                ? rgb
                : rgb + " " + what + "-opacity=\"" + number(color.getAlpha() / 255.0) + "\"";
    }

    /** Two decimals are a hundredth of a dot at 300 dots an inch. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        String sign = hundredths < 0 ? "-" : "";
        long size = Math.abs(hundredths);
        long rest = size % 100;
        String whole = sign + size / 100;
        return rest == 0 ? whole : whole + "." + (rest < 10 ? "0" : "") + (rest % 10 == 0 ? rest / 10 : rest);
    }

    /** Without characters that XML cannot hold. */
    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x20 && c != 0x7f && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String escape(String text) {
        return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
