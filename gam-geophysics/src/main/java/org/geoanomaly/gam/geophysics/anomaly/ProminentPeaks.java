package org.geoanomaly.gam.geophysics.anomaly;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Parts a field of cells into bodies: cells that hang together by faces, edges or corners (26 neighbours), and within these one body for every peak
 * that stands out. Going down from the highest cell, two hills that meet are two bodies if the saddle is lower than half of the lower peak, else
 * one (merge tree, persistence 1/2). A body is what is at least half as high as its peak: so its size does not depend on how far its flanks
 * reach into the background. Cell (i, j, k) has index {@code (k * ny + j) * nx + i}.
 */
final class ProminentPeaks {
    private static final double HALF = 0.5;

    private final float[] height;
    private final int nx;
    private final int ny;
    private final int nz;
    /** Union-find over cells: the hill that a cell is part of, by some cell of it; −1 for cells not reached yet. */
    private final int[] hill;
    /** At the root of a hill, its highest peak. */
    private final int[] peakOfHill;
    /** The peak under which a cell was reached; at a peak that another body has taken in, that body's. */
    private final int[] peak;

    private ProminentPeaks(float[] height, int nx, int ny, int nz) {
        this.height = height;
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.hill = new int[height.length];
        this.peakOfHill = new int[height.length];
        this.peak = new int[height.length];
        Arrays.fill(hill, -1);
    }

    /**
     * The bodies.
     *
     * @param height of each cell; only those above 0 take part
     * @return for each cell the index of its body's peak, −1 for none. Equal heights are taken in the order of their indices
     */
    static int[] of(float[] height, int nx, int ny, int nz) {
        ProminentPeaks peaks = new ProminentPeaks(height, nx, ny, nz);
        for (int c : descending(height)) {
            peaks.reach(c);
        }
        int[] body = new int[height.length];
        for (int c = 0; c < body.length; c++) {
            int p = peaks.hill[c] < 0 ? -1 : peaks.body(c);
            body[c] = p >= 0 && height[c] >= HALF * height[p] ? p : -1;
        }
        return body;
    }

    private static int[] descending(float[] height) {
        Integer[] order = new Integer[height.length];
        int n = 0;
        for (int c = 0; c < height.length; c++) {
            if (height[c] > 0) {
                order[n++] = c;
            }
        }
        Integer[] some = Arrays.copyOf(order, n);
        Arrays.sort(some, Comparator.comparingDouble((Integer c) -> -height[c]).thenComparingInt(c -> c));
        return Arrays.stream(some).mapToInt(Integer::intValue).toArray();
    }

    private void reach(int cell) {
        hill[cell] = cell;
        peakOfHill[cell] = cell;
        peak[cell] = cell;
        int i = cell % nx;
        int j = cell / nx % ny;
        int k = cell / (nx * ny);
        for (int z = Math.max(0, k - 1); z <= Math.min(nz - 1, k + 1); z++) {
            for (int y = Math.max(0, j - 1); y <= Math.min(ny - 1, j + 1); y++) {
                for (int x = Math.max(0, i - 1); x <= Math.min(nx - 1, i + 1); x++) {
                    int other = (z * ny + y) * nx + x;
                    if (hill[other] >= 0) {
                        join(root(cell), root(other), height[cell]);
                    }
                }
            }
        }
    }

    private void join(int a, int b, float saddle) {
        if (a == b) {
            return;
        }
        int pa = peakOfHill[a];
        int pb = peakOfHill[b];
        boolean aHigher = height[pa] > height[pb] || (height[pa] == height[pb] && pa < pb);
        int high = aHigher ? pa : pb;
        int low = aHigher ? pb : pa;
        if (saddle >= HALF * height[low]) {
            peak[low] = high;
        }
        hill[a] = b;
        peakOfHill[b] = high;
    }

    private int root(int cell) {
        int c = cell;
        while (hill[c] != c) {
            hill[c] = hill[hill[c]];
            c = hill[c];
        }
        return c;
    }

    /** Follows peaks to the body that took them in, and shortens the way. */
    private int body(int cell) {
        int p = cell;
        while (peak[p] != p) {
            peak[p] = peak[peak[p]];
            p = peak[p];
        }
        return p;
    }
}
