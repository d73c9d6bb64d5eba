package org.geoanomaly.gam.pipeline.preprocess.station;

import java.util.Arrays;

/** Finds the points nearest to a place, by square bins of the plane. Immutable; searches are safe for any number of threads. */
public final class Neighbours {
    private static final double PER_BIN = 3;

    private final double[] x;
    private final double[] y;
    private final double west;
    private final double south;
    private final double size;
    private final int columns;
    private final int rows;
    private final int[] start;
    private final int[] member;

    /** Points by easting and northing, m; the arrays are kept. At least one. */
    public Neighbours(double[] easting, double[] northing) {
        this.x = easting;
        this.y = northing;
        this.west = Arrays.stream(x).min().orElseThrow();
        this.south = Arrays.stream(y).min().orElseThrow();
        double width = Arrays.stream(x).max().orElseThrow() - west;
        double height = Arrays.stream(y).max().orElseThrow() - south;
        double extent = Math.max(width, height);
        double area = Math.max(width * height, 1e-3 * extent * extent);
        this.size = extent > 0 ? Math.sqrt(PER_BIN * area / x.length) : 1;
        this.columns = (int) (width / size) + 1;
        this.rows = (int) (height / size) + 1;
        this.start = new int[columns * rows + 1];
        this.member = new int[x.length];
        sort();
    }

    private void sort() {
        for (int i = 0; i < x.length; i++) {
            start[bin(i) + 1]++;
        }
        for (int b = 0; b < columns * rows; b++) {
            start[b + 1] += start[b];
        }
        int[] next = start.clone();
        for (int i = 0; i < x.length; i++) {
            member[next[bin(i)]++] = i;
        }
    }

    private int bin(int i) {
        int row = (int) ((y[i] - south) / size);
        int column = (int) ((x[i] - west) / size);
        return row * columns + column;
    }

    /** The result of searches; one for each thread. */
    public static final class Found {
        private final int[] row;
        private final double[] squared;
        private int count;

        /** Room for so many points. */
        public Found(int capacity) {
            row = new int[capacity];
            squared = new double[capacity];
        }

        public int count() {
            return count;
        }

        /** Number of the k-th nearest point, from 0. */
        public int row(int k) {
            return row[k];
        }

        /** Its distance, m. */
        public double distance(int k) {
            return Math.sqrt(squared[k]);
        }

        private double limit() {
            return count < row.length ? Double.POSITIVE_INFINITY : squared[count - 1];
        }

        private void offer(int i, double d2) {
            if (d2 >= limit()) {
                return;
            }
            int k = count < row.length ? count++ : count - 1;
            while (k > 0 && squared[k - 1] > d2) {
                squared[k] = squared[k - 1];
                row[k] = row[k - 1];
                k--;
            }
            squared[k] = d2;
            row[k] = i;
        }
    }

    /**
     * The nearest points, as many as {@code found} has room for, nearest first.
     *
     * @param except a point that does not count, or −1
     */
    public void nearest(double easting, double northing, int except, Found found) {
        found.count = 0;
        int ci = clamp((easting - west) / size, columns);
        int cj = clamp((northing - south) / size, rows);
        int last = Math.max(Math.max(ci, columns - 1 - ci), Math.max(cj, rows - 1 - cj));
        double outside = Math.hypot(
                Math.max(0, Math.max(west - easting, easting - west - columns * size)),
                Math.max(0, Math.max(south - northing, northing - south - rows * size)));
        for (int ring = 0; ring <= last; ring++) {
            // whatever lies in this ring is at least this far away
            double least = Math.max(outside, (ring - 1) * size);
            if (ring > 0 && least > 0 && least * least > found.limit()) {
                return;
            }
            ring(ci, cj, ring, easting, northing, except, found);
        }
    }

    private static int clamp(double cell, int n) {
        return (int) Math.max(0, Math.min(n - 1.0, Math.floor(cell)));
    }

    private void ring(int ci, int cj, int ring, double e, double n, int except, Found found) {
        for (int j = Math.max(0, cj - ring); j <= Math.min(rows - 1, cj + ring); j++) {
            boolean edge = Math.abs(j - cj) == ring;
            int step = edge || ring == 0 ? 1 : 2 * ring;
            for (int i = ci - ring; i <= ci + ring; i += step) {
                if (i >= 0 && i < columns) {
                    scan(j * columns + i, e, n, except, found);
                }
            }
        }
    }

    private void scan(int bin, double e, double n, int except, Found found) {
        for (int k = start[bin]; k < start[bin + 1]; k++) {
            int i = member[k];
            if (i != except) {
                found.offer(i, (x[i] - e) * (x[i] - e) + (y[i] - n) * (y[i] - n));
            }
        }
    }
}
