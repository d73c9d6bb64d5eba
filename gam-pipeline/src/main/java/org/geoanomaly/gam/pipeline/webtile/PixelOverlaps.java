package org.geoanomaly.gam.pipeline.webtile;

import java.util.Arrays;

/**
 * Along one axis: the cells that each of 256 consecutive pixels overlaps, and the fraction of the pixel's length in each. The fractions of
 * a pixel add up to 1 where the grid covers it wholly, to less at the grid's edge, and to 0 outside.
 */
final class PixelOverlaps {
    /** Overlaps below this part of a cell are rounding, not geometry. */
    private static final double SLIVER = 1e-9;

    private final int[] first;
    private final int[] start;
    private double[] fraction;

    private PixelOverlaps(int pixels) {
        first = new int[pixels];
        start = new int[pixels + 1];
        fraction = new double[pixels * 2];
    }

    /**
     * The overlaps of one row or column of pixels.
     *
     * @param edges positions of the n + 1 pixel edges in cells from the grid's first edge, ascending
     * @param cells number of cells of the grid
     */
    static PixelOverlaps of(double[] edges, int cells) {
        int pixels = edges.length - 1;
        PixelOverlaps o = new PixelOverlaps(pixels);
        for (int p = 0; p < pixels; p++) {
            o.add(p, edges[p], edges[p + 1], cells);
        }
        return o;
    }

    /** Each pixel wholly with the cell at its centre. */
    static PixelOverlaps nearest(double[] edges, int cells) {
        int pixels = edges.length - 1;
        PixelOverlaps o = new PixelOverlaps(pixels);
        for (int p = 0; p < pixels; p++) {
            double cell = Math.floor((edges[p] + edges[p + 1]) / 2);
            o.add(p, cell, cell + 1, cells);
        }
        return o;
    }

    private void add(int pixel, double from, double to, int cells) {
        double low = Math.max(0, from);
        double high = Math.min(cells, to);
        int n = start[pixel];
        first[pixel] = (int) low;
        boolean begun = false;
        for (int c = (int) low; c < high; c++) {
            double overlap = Math.min(high, c + 1) - Math.max(low, c);
            if (overlap <= SLIVER && (!begun || c + 1 >= high)) {
                continue;
            }
            if (!begun) {
                first[pixel] = c;
                begun = true;
            }
            if (n == fraction.length) {
                fraction = Arrays.copyOf(fraction, n * 2);
            }
            fraction[n++] = overlap / (to - from);
        }
        start[pixel + 1] = n;
    }

    /** First cell of a pixel. */
    int first(int pixel) {
        return first[pixel];
    }

    /** Number of cells of a pixel, 0 outside the grid. */
    int count(int pixel) {
        return start[pixel + 1] - start[pixel];
    }

    /** Fraction of the pixel in its i-th cell. */
    double fraction(int pixel, int i) {
        return fraction[start[pixel] + i];
    }

    /** Index of the pixel's first fraction in {@link #fractions()}. */
    int start(int pixel) {
        return start[pixel];
    }

    double[] fractions() {
        return fraction;
    }

    /** Whether two pixels see the same cells with the same weights. */
    boolean same(int a, int b) {
        return first[a] == first[b]
                && Arrays.equals(fraction, start[a], start[a + 1], fraction, start[b], start[b + 1]);
    }

    /** Lowest cell that any pixel overlaps; meaningless if {@link #isEmpty()}. */
    int lowest() {
        int low = Integer.MAX_VALUE;
        for (int p = 0; p < first.length; p++) {
            low = count(p) > 0 ? Math.min(low, first[p]) : low;
        }
        return low;
    }

    /** One more than the highest cell that any pixel overlaps; meaningless if {@link #isEmpty()}. */
    int end() {
        int end = 0;
        for (int p = 0; p < first.length; p++) {
            end = Math.max(end, count(p) > 0 ? first[p] + count(p) : 0);
        }
        return end;
    }

    boolean isEmpty() {
        return start[first.length] == 0;
    }
}
