package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.config.FusionMvpSection;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorBar;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Layout;
import org.geoanomaly.gam.pipeline.visual.sheet.Plate;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet.Anchor;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** A grid of the whole globe, flat, shaded, with coasts. */
public final class WorldFigure {
    private static final double LEFT = 110;
    private static final double WIDTH = 1630;
    private static final int EVERY = 30;
    private static final Color COAST = new Color(0x17, 0x20, 0x2a, 220);
    /** Seen on every colour of the maps: on a light rim. */
    private static final Color PLATE = new Color(0x8e, 0x1c, 0x8e);

    private static final Color RIM = new Color(255, 255, 255, 200);
    private static final Color LINE = new Color(0, 0, 0, 45);
    private static final int PAPER = 0xffffff;
    private static final int SAMPLES = 2;

    private final FloatGrid grid;
    private final ColorScale colors;
    private final FlatGlobe globe;
    private final boolean plates;
    private Rectangle2D box = new Rectangle2D.Double();

    private WorldFigure(FloatGrid grid, ColorScale colors, FusionMvpSection.FigureOptions options) {
        this.grid = grid;
        this.colors = colors;
        this.globe = FlatGlobe.of(options.projection());
        this.plates = options.plates();
    }

    /**
     * The words of the figure.
     *
     * @param meaning of the colours, with unit
     */
    public record Lettering(String name, String title, String subtitle, String meaning, String footer) {}

    /** Draws a grid of 360 by 180 degrees in EPSG:4326. */
    public static Plate draw(
            FloatGrid grid, ColorScale colors, FusionMvpSection.FigureOptions options, Lettering words) {
        return new WorldFigure(grid, colors, options).draw(words);
    }

    private Plate draw(Lettering words) {
        String footer = globe.words() + ", WGS 84 · light from the north-west · hatched: no data"
                + " · coast: Natural Earth 1:50m · "
                + (plates ? "purple: plate boundaries, Bird (2003), H. Ahlenius, Nordpil (ODC-BY) · " : "")
                + words.footer();
        Layout layout = new Layout(words.title(), words.subtitle(), footer);
        box = new Rectangle2D.Double(LEFT, layout.top() + 6, WIDTH, WIDTH * globe.aspect());
        double barTop = box.getMaxY() + 44;
        Sheet sheet = layout.sheet(barTop + ColorBar.HEIGHT);
        sheet.pixels(this::picture, box);
        sheet.draw(path(CoastLines.coast()), COAST, 1.6);
        if (plates) {
            Path2D boundaries = path(CoastLines.plates());
            sheet.draw(boundaries, RIM, 5);
            sheet.draw(boundaries, PLATE, 2.5);
        }
        lines(sheet);
        sheet.draw(globe.outline(box), TextStyle.INK, 3);
        ColorBar.draw(sheet, colors, words.meaning(), (Sheet.WIDTH - 1000) / 2.0, barTop, 1000);
        return new Plate(words.name(), words.title(), words.subtitle(), sheet);
    }

    private double[] see(double lon, double lat) {
        double[] p = globe.place(lon, lat);
        return new double[] {box.getCenterX() + p[0] * box.getWidth() / 2, box.getCenterY() - p[1] * box.getHeight() / 2
        };
    }

    private BufferedImage picture(int width, int height, double scale) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        float[] samples = new float[width * height];
        int[] rows = new int[height * SAMPLES];
        double[] halves = new double[height * SAMPLES];
        rows(height, rows, halves);
        for (int y = 0; y < height; y++) {
            double v = 1 - 2 * (y + 0.5) / height;
            double edge = globe.halfWidth(v) + 1.0 / width;
            double period = FieldPainter.HATCH_PERIOD * scale;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double u = 2 * (x + 0.5) / width - 1;
                samples[i] = Float.NaN;
                if (Math.abs(u) > edge) {
                    pixels[i] = PAPER;
                    continue;
                }
                samples[i] = mean(x, y, width, rows, halves);
                boolean dark = (x + y) % period < period / 5;
                int hatch = dark ? FieldPainter.HATCH_DARK : FieldPainter.HATCH_LIGHT;
                pixels[i] = Float.isNaN(samples[i]) ? hatch : colors.rgb(samples[i]) & PAPER;
            }
        }
        FieldPainter.shade(pixels, samples, width, (colors.high() - colors.low()) / height * 4);
        return picture;
    }

    /** For each line of points the row of the grid that it sees, and how far it reaches from the middle. */
    private void rows(int height, int[] rows, double[] halves) {
        GridGeometry g = grid.geometry();
        for (int i = 0; i < rows.length; i++) {
            double v = 1 - 2 * (i + 0.5) / SAMPLES / height;
            int row = (int) ((g.north() - globe.latitude(v)) / g.dy());
            rows[i] = Math.max(0, Math.min(g.rows() - 1, row));
            halves[i] = Math.max(1e-9, globe.halfWidth(v));
        }
    }

    /** The mean of the valid cells below a few points of a pixel. */
    private float mean(int x, int y, int width, int[] rows, double[] halves) {
        GridGeometry g = grid.geometry();
        float sum = 0;
        int count = 0;
        for (int sy = y * SAMPLES; sy < (y + 1) * SAMPLES; sy++) {
            for (int sx = 0; sx < SAMPLES; sx++) {
                double u = 2 * (x + (sx + 0.5) / SAMPLES) / width - 1;
                double lon = 180 * Math.max(-1, Math.min(1, u / halves[sy]));
                int column = (int) Math.floor((lon - g.west()) / g.dx());
                float value = grid.get(Math.floorMod(column, g.columns()), rows[sy]);
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : sum / count;
    }

    private Path2D path(CoastLines lines) {
        Path2D path = new Path2D.Float();
        for (float[] line : lines.within(-180, 180, -90, 90)) {
            double last = Double.NaN;
            for (int i = 0; i < line.length; i += 2) {
                double[] p = see(Math.max(-180, Math.min(180, line[i])), line[i + 1]);
                if (Math.abs(line[i] - last) < 90) {
                    path.lineTo(p[0], p[1]);
                } else {
                    path.moveTo(p[0], p[1]);
                }
                last = line[i];
            }
        }
        return path;
    }

    private void lines(Sheet sheet) {
        for (int lat = -60; lat <= 60; lat += EVERY) {
            double[] a = see(-180, lat);
            double[] b = see(180, lat);
            sheet.line(a[0], a[1], b[0], b[1], LINE, 1.5);
            double base = a[1] + TextStyle.LABEL.ascent() / 2;
            sheet.text(Ticks.latitude(lat, 1), a[0] - 14, base, TextStyle.LABEL, Anchor.END);
        }
        for (int lon = -120; lon <= 120; lon += 2 * EVERY) {
            Path2D path = new Path2D.Double();
            for (int lat = -90; lat <= 90; lat += 2) {
                double[] p = see(lon, lat);
                if (lat == -90) {
                    path.moveTo(p[0], p[1]);
                } else {
                    path.lineTo(p[0], p[1]);
                }
            }
            sheet.draw(path, LINE, 1.5);
        }
    }
}
