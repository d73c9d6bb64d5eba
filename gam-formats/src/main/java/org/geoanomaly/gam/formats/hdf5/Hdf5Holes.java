package org.geoanomaly.gam.formats.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Chunks that were never written have no place in the file; the HDF5 library returns the fill value there, jHDF zeros. This puts the fill
 * value where a chunk is missing.
 */
final class Hdf5Holes {
    private Hdf5Holes() {}

    static void fill(ChunkedDataset dataset, Object flat, int[] leading) {
        @Nullable Object fill = dataset.getFillValue();
        if (!(fill instanceof Number number) || number.doubleValue() == 0) {
            return;
        }
        int[] shape = dataset.getDimensions();
        int[] chunk = dataset.getChunkDimensions();
        int[] at = new int[shape.length];
        do {
            if (concerns(at, chunk, leading) && missing(dataset, at)) {
                paint(flat, number, shape, chunk, at, leading);
            }
        } while (advance(at, chunk, shape));
    }

    /** The same of any box of the dataset that was read. */
    static void fill(ChunkedDataset dataset, Object flat, long[] offset, int[] extent) {
        @Nullable Object fill = dataset.getFillValue();
        if (!(fill instanceof Number number) || number.doubleValue() == 0) {
            return;
        }
        int[] chunk = dataset.getChunkDimensions();
        int rank = extent.length;
        int[] low = new int[rank];
        int[] end = new int[rank];
        for (int d = 0; d < rank; d++) {
            low[d] = (int) (offset[d] / chunk[d] * chunk[d]);
            end[d] = (int) (offset[d] + extent[d]);
        }
        int[] at = low.clone();
        int d;
        do {
            if (missing(dataset, at)) {
                paint(flat, number, new Box(offset, extent, at, chunk));
            }
            d = rank - 1;
            while (d >= 0 && (at[d] += chunk[d]) >= end[d]) {
                at[d] = low[d];
                d--;
            }
        } while (d >= 0);
    }

    /** The part of a chunk that lies within what was read, in indices of the latter. */
    private static final class Box {
        private final int[] from;
        private final int[] to;
        private final int[] extent;

        Box(long[] offset, int[] extent, int[] at, int[] chunk) {
            this.extent = extent;
            this.from = new int[extent.length];
            this.to = new int[extent.length];
            for (int d = 0; d < extent.length; d++) {
                from[d] = (int) Math.max(0, at[d] - offset[d]);
                to[d] = (int) Math.min(extent[d], (long) at[d] + chunk[d] - offset[d]);
            }
        }
    }

    private static void paint(Object flat, Number fill, Box box) {
        int fastest = box.extent.length - 1;
        int[] cell = box.from.clone();
        int d;
        do {
            int start = 0;
            for (int i = 0; i <= fastest; i++) {
                start = start * box.extent[i] + cell[i];
            }
            for (int i = 0; i < box.to[fastest] - box.from[fastest]; i++) {
                set(flat, start + i, fill);
            }
            d = fastest - 1;
            while (d >= 0 && ++cell[d] >= box.to[d]) {
                cell[d] = box.from[d];
                d--;
            }
        } while (d >= 0);
    }

    private static boolean concerns(int[] at, int[] chunk, int[] leading) {
        for (int d = 0; d < leading.length; d++) {
            if (leading[d] < at[d] || leading[d] >= at[d] + chunk[d]) {
                return false;
            }
        }
        return true;
    }

    private static boolean missing(ChunkedDataset dataset, int[] at) {
        try {
            dataset.getRawChunkBuffer(at);
            return false;
        } catch (HdfException e) {
            String message = String.valueOf(e.getMessage());
            if (message.startsWith("No chunk")) {
                return true;
            }
            throw e;
        }
    }

    /** Sets every value of the chunk that lies within the part that was read, one run of the fastest dimension at a time. */
    private static void paint(Object flat, Number fill, int[] shape, int[] chunk, int[] at, int[] leading) {
        int rank = shape.length;
        int fastest = rank - 1;
        int[] cell = at.clone();
        System.arraycopy(leading, 0, cell, 0, leading.length);
        while (true) {
            int start = 0;
            for (int d = leading.length; d < rank; d++) {
                start = start * shape[d] + cell[d];
            }
            int run = leading.length == rank ? 1 : Math.min(chunk[fastest], shape[fastest] - at[fastest]);
            for (int i = 0; i < run; i++) {
                set(flat, start + i, fill);
            }
            int d = fastest - 1;
            while (d >= leading.length && ++cell[d] >= Math.min(at[d] + chunk[d], shape[d])) {
                cell[d] = at[d];
                d--;
            }
            if (d < leading.length) {
                return;
            }
        }
    }

    private static boolean advance(int[] at, int[] chunk, int[] shape) {
        for (int d = at.length - 1; d >= 0; d--) {
            at[d] += chunk[d];
            if (at[d] < shape[d]) {
                return true;
            }
            at[d] = 0;
        }
        return false;
    }

    private static void set(Object flat, int index, Number value) {
        if (flat instanceof float[] array) {
            array[index] = value.floatValue();
        } else if (flat instanceof double[] array) {
            array[index] = value.doubleValue();
        } else if (flat instanceof short[] array) {
            array[index] = value.shortValue();
        } else if (flat instanceof int[] array) {
            array[index] = value.intValue();
        } else if (flat instanceof long[] array) {
            array[index] = value.longValue();
        } else {
            Array.setByte(flat, index, value.byteValue());
        }
    }
}
