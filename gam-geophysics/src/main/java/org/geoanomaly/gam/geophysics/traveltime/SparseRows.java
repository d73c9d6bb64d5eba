package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;
import java.util.List;

/** A sparse matrix by rows in flat arrays; the columns of a row ascend. Immutable. */
public final class SparseRows {
    private final int columns;
    private final int[] starts;
    private final int[] column;
    private final float[] value;

    private SparseRows(int columns, int[] starts, int[] column, float[] value) {
        this.columns = columns;
        this.starts = starts;
        this.column = column;
        this.value = value;
    }

    /** A matrix to be filled row by row. */
    public static Builder builder(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("a matrix needs at least one column, not " + columns);
        }
        return new Builder(columns);
    }

    /**
     * The rows of all parts in their order.
     *
     * @throws IllegalArgumentException if the parts have different columns, or are too many numbers together
     */
    public static SparseRows concat(List<SparseRows> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no rows to put together");
        }
        long rows = parts.stream().mapToLong(SparseRows::rows).sum();
        long entries = parts.stream().mapToLong(SparseRows::entries).sum();
        int columns = parts.get(0).columns;
        if (rows >= Integer.MAX_VALUE || entries > Builder.MAX_ENTRIES) {
            throw new IllegalArgumentException(Builder.tooMany(entries));
        }
        int[] starts = new int[(int) rows + 1];
        int[] column = new int[(int) entries];
        float[] value = new float[(int) entries];
        int row = 0;
        int at = 0;
        for (SparseRows part : parts) {
            if (part.columns != columns) {
                throw new IllegalArgumentException(
                        "rows of " + columns + " and of " + part.columns + " columns do not fit together");
            }
            System.arraycopy(part.column, 0, column, at, part.entries());
            System.arraycopy(part.value, 0, value, at, part.entries());
            for (int r = 0; r < part.rows(); r++) {
                starts[++row] = at + part.starts[r + 1];
            }
            at += part.entries();
        }
        return new SparseRows(columns, starts, column, value);
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** Numbers that are stored. */
    public int entries() {
        return starts[rows()];
    }

    /** The first entry of a row; {@code start(rows())} is the number of entries. */
    public int start(int row) {
        return starts[row];
    }

    public int column(int entry) {
        return column[entry];
    }

    public float value(int entry) {
        return value[entry];
    }

    /** The product of one row with a vector. */
    public double dot(int row, double[] x) {
        double sum = 0;
        for (int e = starts[row]; e < starts[row + 1]; e++) {
            sum += value[e] * x[column[e]];
        }
        return sum;
    }

    /** Adds a row times a factor to a vector. */
    public void addTo(int row, double factor, double[] x) {
        for (int e = starts[row]; e < starts[row + 1]; e++) {
            x[column[e]] += factor * value[e];
        }
    }

    /** A matrix that grows row by row. One thread at a time. */
    public static final class Builder {
        private static final int MAX_ENTRIES = Integer.MAX_VALUE - 16;
        private final int columns;
        private int[] starts = new int[64];
        private int[] column = new int[1024];
        private float[] value = new float[1024];
        private int rows;
        private int entries;

        private Builder(int columns) {
            this.columns = columns;
        }

        /**
         * Adds a number to the row that is being made; zero is left out.
         *
         * @throws IllegalArgumentException if the column does not follow the last, or the number is not finite
         */
        public Builder add(int c, double v) {
            int last = entries > starts[rows] ? column[entries - 1] : -1;
            if (c <= last || c >= columns || !Double.isFinite(v)) {
                throw new IllegalArgumentException(
                        "column " + c + " of " + columns + " with " + v + " cannot follow column " + last);
            }
            if (v == 0) {
                return this;
            }
            if (entries == column.length) {
                int more = grown(entries);
                column = Arrays.copyOf(column, more);
                value = Arrays.copyOf(value, more);
            }
            column[entries] = c;
            value[entries++] = (float) v;
            return this;
        }

        private static int grown(int entries) {
            if (entries >= MAX_ENTRIES) {
                throw new IllegalArgumentException(tooMany(entries));
            }
            return (int) Math.min(MAX_ENTRIES, entries + (entries >> 1) + 16L);
        }

        private static String tooMany(long entries) {
            return "a sparse matrix of " + entries + " numbers is too large; take larger cells or fewer rays";
        }

        /** Ends the row that is being made, which may be empty. */
        public Builder endRow() {
            if (rows + 2 > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[++rows] = entries;
            return this;
        }

        public int rows() {
            return rows;
        }

        /** The rows that have been ended. */
        public SparseRows build() {
            int n = starts[rows];
            return new SparseRows(
                    columns, Arrays.copyOf(starts, rows + 1), Arrays.copyOf(column, n), Arrays.copyOf(value, n));
        }
    }
}
