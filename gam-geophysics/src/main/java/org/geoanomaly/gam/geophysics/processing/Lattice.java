package org.geoanomaly.gam.geophysics.processing;

/**
 * The shape of a grid: columns counted east, rows counted north, metres between them.
 *
 * @param dx distance of columns, m
 * @param dy distance of rows, m
 */
public record Lattice(int columns, int rows, double dx, double dy) {
    public Lattice {
        if (columns < 2 || rows < 2 || (long) columns * rows > 1 << 28 || !(dx > 0) || !(dy > 0)) {
            throw new IllegalArgumentException("a grid needs at least 2 x 2 values and positive spacings: " + columns
                    + " x " + rows + ", " + dx + ", " + dy);
        }
    }

    public int size() {
        return columns * rows;
    }

    void requireFinite(double[] values) {
        requireSize(values);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " is " + values[i]
                        + ": holes must be filled before a filter in the wave-number domain");
            }
        }
    }

    void requireSize(double[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException(
                    "a grid of " + columns + " x " + rows + " has " + size() + " values, not " + values.length);
        }
    }
}
