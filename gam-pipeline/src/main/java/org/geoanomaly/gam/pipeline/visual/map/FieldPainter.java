package org.geoanomaly.gam.pipeline.visual.map;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Paints cells into a box: bilinear between the centres of cells, over valid ones only; a pixel inside a cell without data is hatched.
 * Light from the north-west is an option; its strength follows the slopes of the picture itself.
 */
final class FieldPainter {
    static final int HATCH_LIGHT = 0xe8eaed;
    static final int HATCH_DARK = 0xc3c9cf;
    static final double HATCH_PERIOD = 16;
    private static final double SHADE = 0.16;
    private static final double TYPICAL = 4;

    private final Axis columns;
    private final Axis rows;
    private final float[] values;

    /** Values row by row from the top. */
    FieldPainter(Axis columns, Axis rows, float[] values) {
        this.columns = columns;
        this.rows = rows;
        this.values = values;
        if (values.length != columns.cells() * rows.cells()) {
            throw new IllegalArgumentException(values.length + " values do not fill the picture");
        }
    }

    void paint(Sheet sheet, Rectangle2D box, ColorScale colors, boolean light) {
        paint(sheet, box, colors, light ? this : null);
    }

    /** The same, lit like a relief over the same box; null for no light. */
    void paint(Sheet sheet, Rectangle2D box, ColorScale colors, @Nullable FieldPainter relief) {
        sheet.pixels((width, height, scale) -> picture(width, height, scale, colors, relief), box);
    }

    private BufferedImage picture(
            int width, int height, double scale, ColorScale colors, @Nullable FieldPainter relief) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        float[] samples = sample(width, height);
        double period = HATCH_PERIOD * scale;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float v = samples[y * width + x];
                boolean dark = (x + y) % period < period / 5;
                pixels[y * width + x] = Float.isNaN(v) ? (dark ? HATCH_DARK : HATCH_LIGHT) : colors.rgb(v) & 0xffffff;
            }
        }
        if (relief == this) {
            float[] slopes = relief.smoothed(samples, width);
            shade(pixels, slopes, width, (colors.high() - colors.low()) / Math.min(width, height));
        } else if (relief != null) {
            float[] heights = relief.smoothed(relief.sample(width, height), width);
            shade(pixels, heights, width, steepness(heights, width));
        }
        return picture;
    }

    private float[] smoothed(float[] samples, int width) {
        int cell = Math.max(1, width / columns.cells());
        return smooth(smooth(samples, width, cell), width, cell);
    }

    /** What a typical slope of heights changes from pixel to pixel, so that plains and mountains are lit alike. */
    private static double steepness(float[] heights, int width) {
        double sum = 0;
        int count = 0;
        for (int i = width + 1; i < heights.length - width - 1; i += 7) {
            double change = heights[i + 1] - heights[i - 1] + heights[i + width] - heights[i - width];
            if (!Double.isNaN(change)) {
                sum += change * change;
                count++;
            }
        }
        return Math.max(1e-6, count == 0 ? 0 : Math.sqrt(sum / count) / TYPICAL);
    }

    private float[] sample(int width, int height) {
        int[] xOwner = new int[width];
        int[] xLow = new int[width];
        float[] xWeight = new float[width];
        columns.sample(width, xOwner, xLow, xWeight);
        int[] yOwner = new int[height];
        int[] yLow = new int[height];
        float[] yWeight = new float[height];
        rows.sample(height, yOwner, yLow, yWeight);
        int n = columns.cells();
        int right = n > 1 ? 1 : 0;
        int down = rows.cells() > 1 ? n : 0;
        float[] out = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean hole = Float.isNaN(values[yOwner[y] * n + xOwner[x]]);
                int at = yLow[y] * n + xLow[x];
                out[y * width + x] = hole ? Float.NaN : blend(at, right, down, xWeight[x], yWeight[y]);
            }
        }
        return out;
    }

    private float blend(int at, int right, int down, float u, float v) {
        float sum = 0;
        float weights = 0;
        for (int corner = 0; corner < 4; corner++) {
            boolean east = (corner & 1) != 0;
            boolean south = (corner & 2) != 0;
            float value = values[at + (east ? right : 0) + (south ? down : 0)];
            if (!Float.isNaN(value)) {
                float weight = (east ? u : 1 - u) * (south ? v : 1 - v);
                sum += weight * value;
                weights += weight;
            }
        }
        return weights > 0 ? sum / weights : Float.NaN;
    }

    /** Means over squares of about two cells, without holes: the facets of the interpolation would be lit one by one. */
    private static float[] smooth(float[] samples, int width, int radius) {
        float[] rows = new float[samples.length];
        for (int y = 0; y < samples.length / width; y++) {
            runningMean(samples, rows, y * width, 1, width, radius);
        }
        float[] out = new float[samples.length];
        for (int x = 0; x < width; x++) {
            runningMean(rows, out, x, width, samples.length / width, radius);
        }
        return out;
    }

    private static void runningMean(float[] in, float[] out, int start, int stride, int n, int radius) {
        double sum = 0;
        int count = 0;
        for (int i = -radius; i < n; i++) {
            int enters = i + radius;
            int leaves = i - radius - 1;
            if (enters < n && !Float.isNaN(in[start + enters * stride])) {
                sum += in[start + enters * stride];
                count++;
            }
            if (leaves >= 0 && !Float.isNaN(in[start + leaves * stride])) {
                sum -= in[start + leaves * stride];
                count--;
            }
            if (i >= 0) {
                boolean hole = Float.isNaN(in[start + i * stride]) || count == 0;
                out[start + i * stride] = hole ? Float.NaN : (float) (sum / count);
            }
        }
    }

    /** Brightens slopes that face north-west and darkens the others. */
    static void shade(int[] pixels, float[] samples, int width, double unit) {
        int height = samples.length / width;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                float dx = samples[i + 1] - samples[i - 1];
                float dy = samples[i + width] - samples[i - width];
                if (!Float.isNaN(dx + dy + samples[i])) {
                    double lit = SHADE * Math.tanh((dx + dy) / (5 * unit));
                    pixels[i] = brighten(pixels[i], lit);
                }
            }
        }
    }

    private static int brighten(int rgb, double lit) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int c = (rgb >> shift) & 0xff;
            double changed = lit > 0 ? c + (255 - c) * lit : c * (1 + lit);
            out = (out << 8) | (int) Math.round(changed);
        }
        return out;
    }
}
