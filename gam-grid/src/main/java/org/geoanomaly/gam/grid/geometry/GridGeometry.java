package org.geoanomaly.gam.grid.geometry;

import java.io.Serializable;

/**
 * Where the cells of a north-up grid lie. The six numbers are GDAL's geotransform without rotation: {@code (west, dx, 0, north, 0, -dy)} is
 * the outer corner of the north-western cell, so the centre of cell (column, row) is {@code (west + (column + 0.5) dx, north - (row + 0.5)
 * dy)} for both registrations. Row 0 is in the north.
 *
 * @param crs reference system of the coordinates
 * @param west x of the outer western edge
 * @param north y of the outer northern edge
 * @param dx cell width, positive
 * @param dy cell height, positive
 * @param columns number of columns
 * @param rows number of rows
 * @param registration whether values are cell means or point values at the centres
 */
public record GridGeometry(
        Crs crs, double west, double north, double dx, double dy, int columns, int rows, Registration registration)
        implements Serializable {

    public GridGeometry {
        if (columns <= 0 || rows <= 0 || (long) columns * rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a grid of " + columns + " x " + rows + " cells is not possible");
        }
        if (!(dx > 0 && dy > 0) || !Double.isFinite(west) || !Double.isFinite(north) || !Double.isFinite(dx * dy)) {
            throw new IllegalArgumentException(
                    "impossible geotransform: west " + west + ", north " + north + ", cells " + dx + " x " + dy);
        }
    }

    /** A grid given by the centres of its corner nodes, as node-registered files state it. */
    public static GridGeometry ofNodes(
            Crs crs, double firstX, double lastX, double southY, double northY, int columns, int rows) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException("a node grid needs two nodes each way, not " + columns + " x " + rows);
        }
        double dx = (lastX - firstX) / (columns - 1);
        double dy = (northY - southY) / (rows - 1);
        return new GridGeometry(crs, firstX - dx / 2, northY + dy / 2, dx, dy, columns, rows, Registration.NODE);
    }

    public double east() {
        return west + columns * dx;
    }

    public double south() {
        return north - rows * dy;
    }

    public double x(int column) {
        return west + (column + 0.5) * dx;
    }

    public double y(int row) {
        return north - (row + 0.5) * dy;
    }

    public int size() {
        return columns * rows;
    }

    /** GDAL's order: x of the corner, dx, 0, y of the corner, 0, -dy. */
    public double[] geotransform() {
        return new double[] {west, dx, 0, north, 0, -dy};
    }

    /** The part of this grid that starts at (column, row). */
    public GridGeometry window(int column, int row, int width, int height) {
        if (column < 0 || row < 0 || column + width > columns || row + height > rows) {
            throw new IllegalArgumentException("window " + width + " x " + height + " at (" + column + ", " + row
                    + ") leaves the grid of " + columns + " x " + rows);
        }
        return new GridGeometry(crs, west + column * dx, north - row * dy, dx, dy, width, height, registration);
    }
}
