package org.geoanomaly.gam.pipeline.visual.quicklook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.formats.png.PngColorType;
import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.formats.png.PngFilter;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;

/**
 * One picture of a whole geographic grid in plate carrée: map with a 30° frame, colour bar with arrows where values are clamped, title,
 * unit, footer. Cells are averaged to pixels over valid cells; no-data is hatched.
 */
public final class GlobalOverview {
    private static final int MAP_WIDTH = 1800;
    private static final int MARGIN = 60;
    private static final int TOP = 76;
    private static final int BELOW = 134;
    private static final int BAR_WIDTH = 720;
    private static final int BAR_HEIGHT = 18;
    private static final Color INK = new Color(0x22262a);
    private static final Color FAINT = new Color(0x6a7178);
    private static final Font SMALL = BundledFont.REGULAR.size(14);
    private static final int HATCH_LIGHT = 0xe9ebed;
    private static final int HATCH_DARK = 0xd3d7da;

    private final FloatGrid grid;
    private final ColorMap colors;
    private final double min;
    private final double max;
    private final int mapHeight;

    private GlobalOverview(FloatGrid grid, ColorMap colors, double min, double max) {
        if (!(min < max)) {
            throw new IllegalArgumentException("no colours from " + min + " to " + max);
        }
        GridGeometry g = grid.geometry();
        this.grid = grid;
        this.colors = colors;
        this.min = min;
        this.max = max;
        this.mapHeight = (int) Math.max(1, Math.round(MAP_WIDTH * (g.rows() * g.dy()) / (g.columns() * g.dx())));
    }

    /**
     * Draws a grid, 1800 pixels wide: the globe becomes 1800 x 900 pixels inside its frame.
     *
     * @param min value of the first colour
     * @param max value of the last colour
     * @return a PNG picture
     */
    public static byte[] render(FloatGrid grid, ColorMap colors, double min, double max, OverviewLabels labels) {
        return draw(grid, colors, min, max, labels).png();
    }

    /** A picture and the texts on it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Drawn(byte[] png, List<PictureText.Placed> texts) {}

    static Drawn draw(FloatGrid grid, ColorMap colors, double min, double max, OverviewLabels labels) {
        return new GlobalOverview(grid, colors, min, max).draw(labels);
    }

    private Drawn draw(OverviewLabels labels) {
        int width = MAP_WIDTH + 2 * MARGIN;
        int height = TOP + mapHeight + BELOW;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        paintMap(pixels, width);
        g.setColor(INK);
        PictureText text = new PictureText(g);
        text.write(labels.title(), BundledFont.BOLD.size(28), MARGIN, 48, 0, MAP_WIDTH);
        paintFrame(g, text);
        paintBar(g, text, labels.unit(), width);
        g.setColor(FAINT);
        text.write(labels.footer(), SMALL, MARGIN, height - 16, 0, MAP_WIDTH);
        g.dispose();
        return new Drawn(encode(pixels, width, height), text.placed());
    }

    private void paintMap(int[] pixels, int width) {
        GridGeometry g = grid.geometry();
        for (int y = 0; y < mapHeight; y++) {
            int row = (int) ((long) y * g.rows() / mapHeight);
            int rowEnd = Math.max(row + 1, (int) ((y + 1L) * g.rows() / mapHeight));
            for (int x = 0; x < MAP_WIDTH; x++) {
                int column = (int) ((long) x * g.columns() / MAP_WIDTH);
                int columnEnd = Math.max(column + 1, (int) ((x + 1L) * g.columns() / MAP_WIDTH));
                double value = mean(column, columnEnd, row, rowEnd);
                int hatch = (x + y) % 8 < 2 ? HATCH_DARK : HATCH_LIGHT;
                int rgb = Double.isNaN(value) ? hatch : colors.argb(value, min, max) & 0xffffff;
                pixels[(TOP + y) * width + MARGIN + x] = rgb;
            }
        }
    }

    private double mean(int column, int columnEnd, int row, int rowEnd) {
        double sum = 0;
        int count = 0;
        for (int r = row; r < rowEnd; r++) {
            for (int c = column; c < columnEnd; c++) {
                float v = grid.get(c, r);
                if (!Float.isNaN(v)) {
                    sum += v;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private void paintFrame(Graphics2D g, PictureText texts) {
        GridGeometry geometry = grid.geometry();
        double step = geometry.columns() * geometry.dx() > 120 ? 30 : niceStep(geometry.columns() * geometry.dx() / 8);
        g.setStroke(new BasicStroke(1.5f));
        g.setColor(INK);
        g.draw(new Rectangle2D.Double(MARGIN, TOP, MAP_WIDTH, mapHeight));
        for (double lon = Math.ceil(geometry.west() / step) * step; lon <= geometry.east() + 1e-9; lon += step) {
            double x = MARGIN + (lon - geometry.west()) / (geometry.columns() * geometry.dx()) * MAP_WIDTH;
            String text = degrees(lon, "E", "W");
            g.draw(new Line2D.Double(x, TOP + mapHeight, x, TOP + mapHeight + 6));
            texts.write(text, SMALL, x, TOP + mapHeight + 22, 0.5);
        }
        for (double lat = Math.ceil(geometry.south() / step) * step; lat <= geometry.north() + 1e-9; lat += step) {
            double y = TOP + (geometry.north() - lat) / (geometry.rows() * geometry.dy()) * mapHeight;
            String text = degrees(lat, "N", "S");
            g.draw(new Line2D.Double(MARGIN - 6, y, MARGIN, y));
            texts.write(text, SMALL, MARGIN - 9, y + 5, 1);
        }
    }

    /** 1, 2 or 5 times a power of ten, not below {@code least}. */
    private static double niceStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double lead = least / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static String degrees(double value, String positive, String negative) {
        double rounded = Math.round(Math.abs(value) * 1000) / 1000.0;
        String side = rounded == 0 || rounded == 180 ? "" : value < 0 ? negative : positive;
        return number(rounded) + "°" + side;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value).replace('-', '\u2212')
                : String.format(Locale.ROOT, "%.4g", value).replace('-', '\u2212');
    }

    private void paintBar(Graphics2D g, PictureText texts, String unit, int width) {
        double left = (width - BAR_WIDTH) / 2.0;
        double top = TOP + mapHeight + 40;
        for (int i = 0; i < BAR_WIDTH; i++) {
            g.setColor(new Color(colors.argb(i * ColorMap.SIZE / BAR_WIDTH)));
            g.fillRect((int) left + i, (int) top, 1, BAR_HEIGHT);
        }
        paintArrow(g, left, top, -BAR_HEIGHT, colors.argb(0));
        paintArrow(g, left + BAR_WIDTH, top, BAR_HEIGHT, colors.argb(ColorMap.SIZE - 1));
        g.setColor(INK);
        for (int i = 0; i <= 4; i++) {
            double x = left + BAR_WIDTH * i / 4.0;
            String text = number(min + (max - min) * i / 4);
            g.draw(new Line2D.Double(x, top + BAR_HEIGHT, x, top + BAR_HEIGHT + 5));
            texts.write(text, SMALL, x, top + BAR_HEIGHT + 20, 0.5);
        }
        double right = left + BAR_WIDTH + 2 * BAR_HEIGHT;
        texts.write(unit, SMALL, right, top + BAR_HEIGHT - 4, 0, width - MARGIN - right);
    }

    private static void paintArrow(Graphics2D g, double x, double top, double length, int argb) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, top);
        arrow.lineTo(x + length, top + BAR_HEIGHT / 2.0);
        arrow.lineTo(x, top + BAR_HEIGHT);
        arrow.closePath();
        g.setColor(new Color(argb));
        g.fill(arrow);
    }

    private static byte[] encode(int[] rgb, int width, int height) {
        byte[] samples = new byte[rgb.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            samples[3 * i] = (byte) (rgb[i] >> 16);
            samples[3 * i + 1] = (byte) (rgb[i] >> 8);
            samples[3 * i + 2] = (byte) rgb[i];
        }
        try (PngEncoder encoder = new PngEncoder()) {
            return encoder.encode(PngColorType.RGB, PngFilter.UP, samples, width, height);
        }
    }
}
