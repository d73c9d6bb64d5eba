package org.geoanomaly.gam.pipeline.visual.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One page in its three media. */
class PagesTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
    private static final double SCALE = 0.25;

    private static Sheet sheet() {
        Sheet sheet = new Sheet(900);
        sheet.pixels(
                (columns, rows, scale) -> {
                    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
                    for (int i = 0; i < columns * rows; i++) {
                        picture.setRGB(i % columns, i / columns, i % columns < columns / 2 ? 0x3060a0 : 0xc05020);
                    }
                    return picture;
                },
                new Rectangle2D.Double(200, 200, 600, 500));
        sheet.clip(new Rectangle2D.Double(200, 200, 600, 500));
        sheet.fill(new Ellipse2D.Double(700, 300, 300, 300), new Color(20, 120, 40, 128));
        sheet.unclip();
        sheet.dashed(new Line2D.Double(900, 700, 1700, 100), TextStyle.INK, 8);
        sheet.text("Density & <susceptibility> χ² = N, −40 °C", 100, 120, TextStyle.TITLE, Sheet.Anchor.START);
        sheet.textUp("depth (km)", 150, 450, TextStyle.LABEL);
        sheet.textOnPicture("A001", 500, 450, TextStyle.STRONG, Sheet.Anchor.MIDDLE);
        return sheet;
    }

    @Test
    void pdf_looks_like_the_png() throws IOException {
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(sheet().png(SCALE)));
        try (PDDocument document = Loader.loadPDF(sheet().pdf("title", TIME))) {
            // A page is 6 inches wide; 1800 · 0.25 pixels are 75 dots an inch.
            BufferedImage pdf = new PDFRenderer(document).renderImageWithDPI(0, 75);
            // The renderer cuts a fraction of a pixel off.
            assertThat(pdf.getWidth()).isBetween(png.getWidth() - 1, png.getWidth());
            assertThat(pdf.getHeight()).isBetween(png.getHeight() - 1, png.getHeight());
            double sum = 0;
            for (int y = 0; y < pdf.getHeight(); y++) {
                for (int x = 0; x < pdf.getWidth(); x++) {
                    sum += Math.abs((png.getRGB(x, y) >> 8 & 0xff) - (pdf.getRGB(x, y) >> 8 & 0xff));
                }
            }
            assertThat(sum / png.getWidth() / png.getHeight()).isLessThan(2);
        }
    }

    @Test
    void pdf_carries_its_letters_and_its_texts_can_be_searched() throws IOException {
        byte[] pdf = sheet().pdf("title", TIME);
        assertThat(Arrays.equals(pdf, sheet().pdf("title", TIME))).isTrue();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Density & <susceptibility> χ² = N, −40 °C", "A001");
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("+LiberationSans");
            }
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("title");
        }
    }

    @Test
    void svg_is_sound_and_its_texts_have_their_widths() throws Exception {
        byte[] svg = sheet().svg("a <title> & more");
        assertThat(Arrays.equals(svg, sheet().svg("a <title> & more"))).isTrue();
        Document document = parse(svg);
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 1800 900");
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("6in");
        NodeList texts = document.getElementsByTagName("text");
        // A text on a picture has a rim, which is a text too.
        assertThat(texts.getLength()).isEqualTo(4);
        assertThat(texts.item(0).getTextContent()).isEqualTo("Density & <susceptibility> χ² = N, −40 °C");
        double width = Double.parseDouble(
                texts.item(1).getAttributes().getNamedItem("textLength").getNodeValue());
        assertThat(width).isEqualTo(TextStyle.LABEL.width("depth (km)"), org.assertj.core.api.Assertions.within(0.01));
        String all = new String(svg, StandardCharsets.UTF_8);
        assertThat(all).contains("font-family:\"GAM Sans\"", "font-family:\"GAM Sans Bold\"");
        assertThat(all).doesNotContain("NaN", "Infinity", "http://localhost", "https:");
        assertThat(svg.length).isLessThan(200_000);
    }

    private static Document parse(byte[] xml) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @Test
    void letters_that_no_font_has_and_signs_that_xml_forbids_do_no_harm() throws Exception {
        Sheet sheet = new Sheet(200);
        String odd = "岩 \uD83E\uDEA8 \u0001\uFFFE ok";
        sheet.text(odd, 100, 100, TextStyle.LABEL, Sheet.Anchor.START);
        assertThat(parse(sheet.svg(odd)).getElementsByTagName("text").getLength())
                .isEqualTo(1);
        try (PDDocument document = Loader.loadPDF(sheet.pdf(odd, TIME))) {
            assertThat(new PDFTextStripper().getText(document)).contains("? ?").contains("ok");
        }
        assertThat(sheet.png(1)).isNotEmpty();
    }

    @Test
    void numbers_have_two_decimals_at_most() {
        assertThat(List.of(
                        SvgPage.number(3),
                        SvgPage.number(-0.004),
                        SvgPage.number(1.005),
                        SvgPage.number(-2.5),
                        SvgPage.number(0.07)))
                .containsExactly("3", "0", "1", "-2.5", "0.07");
    }
}
