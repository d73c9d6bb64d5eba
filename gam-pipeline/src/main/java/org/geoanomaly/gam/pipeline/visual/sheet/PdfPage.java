package org.geoanomaly.gam.pipeline.visual.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.visual.quicklook.BundledFont;

/** Turns a sheet into a PDF of one page. Texts stay texts; the letters they need are inside the file. */
final class PdfPage {
    private static final double POINTS_PER_INCH = 72;
    private static final double SCALE = 1;
    private static final int ROUND = 1;

    private final PDDocument document;
    private final PDPageContentStream out;
    private final Map<BundledFont, PDType0Font> fonts = new HashMap<>();
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private boolean clipped;

    private PdfPage(PDDocument document, PDPageContentStream out) {
        this.document = document;
        this.out = out;
    }

    static byte[] of(Sheet sheet, String title, Instant time) {
        double points = POINTS_PER_INCH / Sheet.UNITS_PER_INCH;
        float unit = (float) points;
        PDRectangle paper = new PDRectangle((float) (Sheet.WIDTH * points), (float) (sheet.height() * points));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(paper);
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.transform(new Matrix(unit, 0, 0, -unit, 0, paper.getHeight()));
                out.setLineJoinStyle(ROUND);
                PdfPage target = new PdfPage(document, out);
                for (Mark mark : sheet.marks()) {
                    target.draw(mark);
                }
                target.unclip();
            }
            describe(document, title, time);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Neither the clock nor chance enters the file. */
    private static void describe(PDDocument document, String title, Instant time) {
        Calendar when = GregorianCalendar.from(time.atZone(ZoneOffset.UTC));
        when.setTimeZone(TimeZone.getTimeZone("UTC"));
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("GeoAnomalyMapper " + ProgramVersion.text());
        document.getDocumentInformation().setCreationDate(when);
        document.getDocumentCatalog().setLanguage(Locale.ENGLISH.toLanguageTag());
        document.setDocumentId(title.hashCode() * 31L + time.getEpochSecond());
    }

    private void draw(Mark mark) throws IOException {
        if (mark instanceof Mark.Filled m) {
            opacity(m.color());
            out.setNonStrokingColor(opaque(m.color()));
            if (path(m.shape()) == PathIterator.WIND_EVEN_ODD) {
                out.fillEvenOdd();
            } else {
                out.fill();
            }
        } else if (mark instanceof Mark.Stroked m) {
            opacity(m.color());
            out.setStrokingColor(opaque(m.color()));
            out.setLineWidth((float) m.width());
            out.setLineDashPattern(m.dashed() ? PngPage.dash() : new float[0], 0);
            path(m.shape());
            out.stroke();
        } else if (mark instanceof Mark.Written m) {
            write(m);
        } else if (mark instanceof Mark.Clipped m) {
            unclip();
            out.saveGraphicsState();
            rectangle(m.box());
            out.clip();
            clipped = true;
        } else if (mark instanceof Mark.Unclipped) {
            unclip();
        } else if (mark instanceof Mark.Painted m) {
            paint(m);
        }
    }

    private void unclip() throws IOException {
        if (clipped) {
            out.restoreGraphicsState();
            clipped = false;
        }
    }

    private void paint(Mark.Painted m) throws IOException {
        opacity(Color.BLACK);
        Rectangle2D box = m.box();
        // The page's y grows downward, a picture's upward.
        out.drawImage(
                LosslessFactory.createFromImage(document, PngPage.pixels(box, m.pixels(), SCALE)),
                new Matrix((float) box.getWidth(), 0, 0, (float) -box.getHeight(), (float) box.getX(), (float)
                        box.getMaxY()));
    }

    private void write(Mark.Written m) throws IOException {
        String text = writable(m.text(), m.style());
        if (text.isBlank()) {
            return;
        }
        float x = (float) m.x();
        float y = (float) m.y();
        Matrix place = m.upward() ? new Matrix(0, -1, -1, 0, x, y) : new Matrix(1, 0, 0, -1, x, y);
        if (m.rim()) {
            opacity(PngPage.RIM_COLOR);
            out.setStrokingColor(opaque(PngPage.RIM_COLOR));
            out.setLineWidth(PngPage.rim());
            out.setLineDashPattern(new float[0], 0);
            show(text, m.style(), place, RenderingMode.STROKE);
        }
        opacity(m.style().color());
        out.setNonStrokingColor(opaque(m.style().color()));
        show(text, m.style(), place, RenderingMode.FILL);
    }

    private void show(String text, TextStyle style, Matrix place, RenderingMode mode) throws IOException {
        out.beginText();
        out.setRenderingMode(mode);
        out.setFont(font(style.face()), (float) style.size());
        out.setTextMatrix(place);
        out.showText(text);
        out.endText();
    }

    private PDType0Font font(BundledFont face) throws IOException {
        PDType0Font font = fonts.get(face);
        if (font == null) {
            font = PDType0Font.load(document, new ByteArrayInputStream(face.file()), true);
            fonts.put(face, font);
        }
        return font;
    }

    /** Letters that the font does not have become question marks. */
    private static String writable(String text, TextStyle style) {
        return text.codePoints()
                .map(c -> c >= 0x20 && style.font().canDisplay(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void opacity(Color color) throws IOException {
        PDExtendedGraphicsState state = opacities.computeIfAbsent(color.getAlpha(), alpha -> {
            PDExtendedGraphicsState made = new PDExtendedGraphicsState();
            made.setNonStrokingAlphaConstant(alpha / 255f);
            made.setStrokingAlphaConstant(alpha / 255f);
            return made;
        });
        out.setGraphicsStateParameters(state);
    }

    private static Color opaque(Color color) {
        return new Color(color.getRGB() & 0xffffff);
    }

    private void rectangle(Rectangle2D box) throws IOException {
        out.addRect((float) box.getX(), (float) box.getY(), (float) box.getWidth(), (float) box.getHeight());
    }

    private int path(Shape shape) throws IOException {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        PathIterator i = shape.getPathIterator(null);
        boolean empty = i.isDone();
        for (; !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> out.moveTo((float) c[0], (float) c[1]);
                case PathIterator.SEG_LINETO -> out.lineTo((float) c[0], (float) c[1]);
                case PathIterator.SEG_QUADTO -> quadratic(x, y, c);
                case PathIterator.SEG_CUBICTO ->
                    out.curveTo((float) c[0], (float) c[1], (float) c[2], (float) c[3], (float) c[4], (float) c[5]);
                default -> out.closePath();
            }
            int segment = i.currentSegment(c);
            int last = segment == PathIterator.SEG_CUBICTO ? 4 : segment == PathIterator.SEG_QUADTO ? 2 : 0;
            x = c[last];
            y = c[last + 1];
        }
        if (empty) {
            out.moveTo(0, 0);
        }
        return i.getWindingRule();
    }

    /** A quadratic curve as the cubic one that it is. */
    private void quadratic(double x, double y, double[] c) throws IOException {
        out.curveTo(
                (float) (x + 2 * (c[0] - x) / 3),
                (float) (y + 2 * (c[1] - y) / 3),
                (float) (c[2] + 2 * (c[0] - c[2]) / 3),
                (float) (c[3] + 2 * (c[1] - c[3]) / 3),
                (float) c[2],
                (float) c[3]);
    }
}
