package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;
import org.geoanomaly.gam.grid.error.GamException;

/**
 * Points sorted into square blocks of the map, or into cubes: only occupied blocks exist, in the order of their keys, the points of each in their
 * own order.
 */
final class Blocks {
    private static final int INDEX_BITS = 28;
    private static final long MAX_KEY = 1L << (63 - INDEX_BITS);

    private final int[] member;
    private final int[] start;
    private final long[] key;
    private final long columns;

    private Blocks(long[] packed, long columns) {
        int n = packed.length;
        Arrays.sort(packed);
        this.columns = columns;
        this.member = new int[n];
        int[] starts = new int[n + 1];
        long[] keys = new long[n];
        int count = 0;
        for (int k = 0; k < n; k++) {
            long own = packed[k] >>> INDEX_BITS;
            member[k] = (int) (packed[k] & ((1L << INDEX_BITS) - 1));
            if (count == 0 || keys[count - 1] != own) {
                starts[count] = k;
                keys[count++] = own;
            }
        }
        starts[count] = n;
        this.start = Arrays.copyOf(starts, count + 1);
        this.key = Arrays.copyOf(keys, count);
    }

    /** Squares of the map. */
    static Blocks squares(double[] easting, double[] northing, double size) {
        return of(easting, northing, new double[easting.length], size);
    }

    /** Cubes, so that stations above one another stay apart. */
    static Blocks of(double[] easting, double[] northing, double[] height, double size) {
        double west = min(easting);
        double south = min(northing);
        double low = min(height);
        double columns = Math.floor((max(easting) - west) / size) + 1;
        double rows = Math.floor((max(northing) - south) / size) + 1;
        double floors = Math.floor((max(height) - low) / size) + 1;
        if (!(size > 0) || columns * rows * floors >= MAX_KEY) {
            throw new GamException(
                    "blocks of " + size + " m are too small for stations that span " + (max(easting) - west) + " m by "
                            + (max(northing) - south) + " m",
                    "give a larger block size, or check that the coordinates are metres",
                    null);
        }
        long[] packed = new long[easting.length];
        for (int i = 0; i < packed.length; i++) {
            long column = (long) ((easting[i] - west) / size);
            long row = (long) ((northing[i] - south) / size);
            long level = (long) ((height[i] - low) / size);
            long key = (level * (long) rows + row) * (long) columns + column;
            packed[i] = (key << INDEX_BITS) | i;
        }
        return new Blocks(packed, (long) columns);
    }

    int count() {
        return key.length;
    }

    /** Where the members of a block begin; {@code start(count())} is the number of points. */
    int start(int block) {
        return start[block];
    }

    /** Number of the point at a place of the sorted order. */
    int member(int place) {
        return member[place];
    }

    long key(int block) {
        return key[block];
    }

    /** Share of the four neighbours of occupied squares that are occupied: near 1 for squares as large as the gaps between stations. */
    double occupiedNeighbours() {
        long pairs = 0;
        for (int b = 0; b < key.length; b++) {
            if (b + 1 < key.length && key[b + 1] == key[b] + 1 && key[b + 1] % columns != 0) {
                pairs++;
            }
            if (Arrays.binarySearch(key, key[b] + columns) >= 0) {
                pairs++;
            }
        }
        return pairs / (2.0 * key.length);
    }

    static double min(double[] values) {
        double min = Double.POSITIVE_INFINITY;
        for (double v : values) {
            min = Math.min(min, v);
        }
        return min;
    }

    static double max(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            max = Math.max(max, v);
        }
        return max;
    }
}
