package org.geoanomaly.gam.pipeline.visual.quicklook;

import org.geoanomaly.gam.formats.png.PngEncoder;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;

/** A grid as a small palette picture: each cell a square of one colour, no-data transparent. */
public final class Quicklook {
    private static final int COLORS = 255;
    private static final int MAX_SIDE = 16_384;

    private Quicklook() {}

    /**
     * Draws a grid. The same input gives the same bytes.
     *
     * @param min value of the first colour; lower values have it too
     * @param max value of the last colour; higher values have it too
     * @param scale pixels along each side of a cell
     * @return a PNG picture of columns·scale x rows·scale pixels
     */
    public static byte[] render(FloatGrid grid, ColorMap colors, double min, double max, int scale) {
        int columns = grid.geometry().columns();
        int rows = grid.geometry().rows();
        if (scale < 1 || (long) Math.max(columns, rows) * scale > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "cannot draw " + columns + " x " + rows + " cells of " + scale + " pixels each");
        }
        if (!(min < max)) {
            throw new IllegalArgumentException("no colours from " + min + " to " + max);
        }
        int width = columns * scale;
        byte[] indices = new byte[width * rows * scale];
        double factor = COLORS / (max - min);
        for (int row = 0; row < rows; row++) {
            int at = row * scale * width;
            for (int column = 0; column < columns; column++) {
                byte index = index(grid.get(column, row), min, factor);
                for (int i = 0; i < scale; i++) {
                    indices[at + column * scale + i] = index;
                }
            }
            for (int i = 1; i < scale; i++) {
                System.arraycopy(indices, at, indices, at + i * width, width);
            }
        }
        try (PngEncoder encoder = new PngEncoder()) {
            return encoder.palette(indices, width, rows * scale, palette(colors));
        }
    }

    /** 0 is no-data, 1..255 the colours. */
    private static byte index(float value, double min, double factor) {
        if (Float.isNaN(value)) {
            return 0;
        }
        double color = Math.floor((value - min) * factor);
        return (byte) (1 + (int) Math.max(0, Math.min(COLORS - 1, color)));
    }

    /** Transparent, then 255 of the map's 256 colours: both ends and what lies evenly between. */
    private static int[] palette(ColorMap colors) {
        int[] palette = new int[COLORS + 1];
        for (int i = 0; i < COLORS; i++) {
            palette[i + 1] = colors.argb((int) Math.round(i * (ColorMap.SIZE - 1.0) / (COLORS - 1)));
        }
        return palette;
    }
}
