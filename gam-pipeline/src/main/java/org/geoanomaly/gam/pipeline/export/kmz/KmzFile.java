package org.geoanomaly.gam.pipeline.export.kmz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.formats.png.PngFilter;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.export.anomalies.AnomalyTable;
import org.geoanomaly.gam.pipeline.visual.quicklook.Quicklook;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;

/** A KMZ file in the making: one document, its pictures beside it, nothing from a network. */
public final class KmzFile {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int SHARP = 700;
    private static final double LEGEND_SCALE = 0.4;
    private static final int ICON = 64;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder kml = new StringBuilder(1 << 14);

    private KmzFile() {}

    /**
     * The file's content.
     *
     * @param title of the document
     * @param about sources, licences, run: shown with the document
     */
    public static byte[] bytes(String title, String about, AnomalyTable anomalies, List<Overlay> overlays) {
        KmzFile file = new KmzFile();
        file.kml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        file.kml.append("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n");
        file.element("name", title);
        file.element("description", about);
        file.styles();
        file.kml.append("<Folder>\n<name>Anomalies</name>\n<open>1</open>\n");
        anomalies.rows().forEach(a -> file.placemark(anomalies, a));
        file.kml.append("</Folder>\n<Folder>\n<name>Maps</name>\n");
        overlays.forEach(file::overlay);
        file.kml.append("</Folder>\n</Document>\n</kml>\n");
        return file.zip();
    }

    private void styles() {
        style("positive", new Color(0xb4, 0x48, 0x10));
        style("negative", new Color(0x0b, 0x5f, 0x8a));
    }

    private void style(String name, Color color) {
        files.put("files/" + name + ".png", ring(color));
        kml.append("<Style id=\"" + name + "\"><IconStyle><scale>0.9</scale><Icon><href>files/" + name);
        kml.append(".png</href></Icon></IconStyle><LabelStyle><scale>0.85</scale></LabelStyle></Style>\n");
    }

    private static byte[] ring(Color color) {
        BufferedImage image = new BufferedImage(ICON, ICON, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Ellipse2D circle = new Ellipse2D.Double(10, 10, ICON - 20, ICON - 20);
        g.setStroke(new BasicStroke(14));
        g.setColor(Color.WHITE);
        g.draw(circle);
        g.setStroke(new BasicStroke(8));
        g.setColor(color);
        g.draw(circle);
        g.dispose();
        byte[] samples = new byte[4 * ICON * ICON];
        for (int i = 0; i < ICON * ICON; i++) {
            int argb = image.getRGB(i % ICON, i / ICON);
            samples[4 * i] = (byte) (argb >> 16);
            samples[4 * i + 1] = (byte) (argb >> 8);
            samples[4 * i + 2] = (byte) argb;
            samples[4 * i + 3] = (byte) (argb >> 24);
        }
        try (PngEncoder encoder = new PngEncoder()) {
            return encoder.encode(PngColorType.RGBA, PngFilter.UP, samples, ICON, ICON);
        }
    }

    private void placemark(AnomalyTable table, Anomaly a) {
        kml.append("<Placemark>\n");
        element("name", a.id());
        kml.append("<styleUrl>#" + (a.score() < 0 ? "negative" : "positive") + "</styleUrl>\n<ExtendedData>\n");
        for (AnomalyTable.Field field : table.fields(a)) {
            kml.append("<Data name=\"" + escape(field.column()) + "\"><value>" + escape(field.text()));
            kml.append("</value></Data>\n");
        }
        kml.append("</ExtendedData>\n<Point><coordinates>" + a.peak().lon() + ","
                + a.peak().lat());
        kml.append(",0</coordinates></Point>\n</Placemark>\n");
    }

    /** In the west and the east of the antimeridian, if it lies across it. */
    private void overlay(Overlay overlay) {
        GridGeometry g = overlay.grid().geometry();
        int split = (int) Math.round((180 - g.west()) / g.dx());
        kml.append("<Folder>\n");
        element("name", overlay.title());
        kml.append("<visibility>" + (overlay.shown() ? 1 : 0) + "</visibility>\n");
        if (split > 0 && split < g.columns()) {
            ground(overlay, part(overlay.grid(), 0, split), "_west");
            ground(overlay, part(overlay.grid(), split, g.columns()), "_east");
        } else {
            ground(overlay, overlay.grid(), "");
        }
        legend(overlay);
        kml.append("</Folder>\n");
    }

    private static FloatGrid part(FloatGrid grid, int from, int to) {
        GridGeometry g = grid.geometry();
        GridGeometry narrow = new GridGeometry(
                g.crs(), g.west() + from * g.dx(), g.north(), g.dx(), g.dy(), to - from, g.rows(), g.registration());
        FloatGrid out = FloatGrid.empty(narrow, grid.unit());
        for (int row = 0; row < g.rows(); row++) {
            System.arraycopy(grid.values(), row * g.columns() + from, out.values(), row * (to - from), to - from);
        }
        return out;
    }

    private void ground(Overlay overlay, FloatGrid grid, String suffix) {
        GridGeometry g = grid.geometry();
        int scale = Math.max(1, SHARP / Math.max(g.columns(), g.rows()));
        String file = "files/" + overlay.name() + suffix + ".png";
        files.put(
                file,
                Quicklook.render(
                        grid,
                        overlay.colors().colors(),
                        overlay.colors().low(),
                        overlay.colors().high(),
                        scale));
        double west = g.west() - 360 * Math.floor((g.west() + 180) / 360);
        double east = west + g.east() - g.west();
        kml.append("<GroundOverlay>\n");
        element("name", overlay.title());
        kml.append("<visibility>" + (overlay.shown() ? 1 : 0) + "</visibility>\n<color>d0ffffff</color>\n");
        kml.append("<Icon><href>" + file + "</href></Icon>\n<LatLonBox><north>" + g.north() + "</north><south>");
        kml.append(g.south() + "</south><east>" + east + "</east><west>" + west + "</west></LatLonBox>\n");
        kml.append("</GroundOverlay>\n");
    }

    private void legend(Overlay overlay) {
        Sheet sheet = new Sheet(190);
        ColorBar.draw(sheet, overlay.colors(), overlay.meaning(), 400, 30, 1000);
        String file = "files/" + overlay.name() + "_legend.png";
        files.put(file, sheet.png(LEGEND_SCALE));
        kml.append("<ScreenOverlay>\n<name>key to the colours</name>\n<visibility>" + (overlay.shown() ? 1 : 0));
        kml.append("</visibility>\n<Icon><href>" + file + "</href></Icon>\n");
        kml.append("<overlayXY x=\"0\" y=\"0\" xunits=\"fraction\" yunits=\"fraction\"/>\n");
        kml.append("<screenXY x=\"0.02\" y=\"0.06\" xunits=\"fraction\" yunits=\"fraction\"/>\n</ScreenOverlay>\n");
    }

    private void element(String tag, String text) {
        kml.append('<')
                .append(tag)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(tag)
                .append(">\n");
    }

    private static String escape(String text) {
        String visible = text.codePoints()
                .filter(c -> c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(out, "doc.kml", kml.toString().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(out, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
