package org.geoanomaly.gam.pipeline.data;

/**
 * Values at the nodes of a regular grid in the frame of a tile; index {@code j * columns + i}, i counts east, j north. NaN where there is
 * no data. Arrays are taken over.
 */
public final class Lattice {
    private final double west;
    private final double south;
    private final double spacing;
    private final int columns;
    private final int rows;
    private final float[] value;
    private final float[] uncertainty;
    private final float[] height;

    /**
     * A lattice.
     *
     * @param origin easting and northing of the south-western node, m
     * @param spacing between nodes, m
     * @param value in the unit of the data
     * @param uncertainty one standard deviation
     * @param height of each node above sea level, m
     */
    public Lattice(
            double[] origin,
            double spacing,
            int columns,
            int rows,
            float[] value,
            float[] uncertainty,
            float[] height) {
        this.west = origin[0];
        this.south = origin[1];
        this.spacing = spacing;
        this.columns = columns;
        this.rows = rows;
        this.value = value;
        this.uncertainty = uncertainty;
        this.height = height;
        int n = columns * rows;
        if (value.length != n || uncertainty.length != n || height.length != n) {
            throw new IllegalArgumentException("a lattice of " + columns + " x " + rows + " needs " + n + " values");
        }
    }

    /** Easting of the western nodes, m. */
    public double west() {
        return west;
    }

    /** Northing of the southern nodes, m. */
    public double south() {
        return south;
    }

    public double spacing() {
        return spacing;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public float[] value() {
        return value;
    }

    public float[] uncertainty() {
        return uncertainty;
    }

    public float[] height() {
        return height;
    }
}
