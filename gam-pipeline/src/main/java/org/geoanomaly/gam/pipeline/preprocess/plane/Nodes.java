package org.geoanomaly.gam.pipeline.preprocess.plane;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.processing.Lattice;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;

/**
 * Where the nodes of a lattice lie in the plane of a tile.
 *
 * @param west easting of the western nodes, m
 * @param south northing of the southern nodes, m
 * @param spacing between nodes both ways, m
 */
public record Nodes(double west, double south, double spacing, int columns, int rows) {
    private static final int MAX_SIZE = 1 << 26;

    public Nodes {
        if (columns < 1 || rows < 1 || (long) columns * rows > MAX_SIZE || !(spacing > 0)) {
            throw new IllegalArgumentException(
                    "a lattice of " + columns + " x " + rows + " nodes, " + spacing + " m apart, cannot be");
        }
    }

    /**
     * The centres of blocks of {@code factor} × {@code factor} columns of a mesh.
     *
     * @throws IllegalArgumentException if the mesh has no whole number of such blocks or its columns are not square
     */
    public static Nodes over(RegularMesh mesh, int factor) {
        if (factor < 1 || mesh.nx() % factor != 0 || mesh.ny() % factor != 0) {
            throw new IllegalArgumentException(
                    "blocks of " + factor + " columns do not fill a mesh of " + mesh.nx() + " x " + mesh.ny());
        }
        if (Math.abs(mesh.dx() - mesh.dy()) > 1e-9 * mesh.dx()) {
            throw new IllegalArgumentException("columns must be square: " + mesh.dx() + " x " + mesh.dy() + " m");
        }
        double spacing = factor * mesh.dx();
        return new Nodes(
                mesh.west(0) + spacing / 2,
                mesh.south(0) + spacing / 2,
                spacing,
                mesh.nx() / factor,
                mesh.ny() / factor);
    }

    /** Nodes of another spacing that cover these and at least {@code margin} metres around them. */
    public Nodes around(double margin, double step) {
        int more = (int) Math.ceil(margin / step);
        double width = columns * spacing;
        double height = rows * spacing;
        int nx = (int) Math.ceil(width / step - 1e-9) + 2 * more;
        int ny = (int) Math.ceil(height / step - 1e-9) + 2 * more;
        double middleEast = west + 0.5 * (columns - 1) * spacing;
        double middleNorth = south + 0.5 * (rows - 1) * spacing;
        return new Nodes(middleEast - 0.5 * (nx - 1) * step, middleNorth - 0.5 * (ny - 1) * step, step, nx, ny);
    }

    public int size() {
        return columns * rows;
    }

    public double easting(int index) {
        int column = index % columns;
        return west + column * spacing;
    }

    public double northing(int index) {
        int row = index / columns;
        return south + row * spacing;
    }

    /** Whether a place lies on the cells of these nodes or within {@code margin} metres around them. */
    public boolean covers(double easting, double northing, double margin) {
        double reach = 0.5 * spacing + margin;
        return easting >= west - reach
                && easting <= west + (columns - 1) * spacing + reach
                && northing >= south - reach
                && northing <= south + (rows - 1) * spacing + reach;
    }

    /** Half the diagonal of the area and {@code margin}, m: all of it lies within this distance of its middle. */
    public double reach(double margin) {
        return 0.5 * spacing * Math.hypot(columns, rows) + Math.sqrt(2) * margin;
    }

    /** The nodes as centres of the cells of a grid, row 0 in the north. */
    public GridGeometry cells(Crs crs) {
        double edge = spacing / 2;
        return new GridGeometry(
                crs,
                west - edge,
                south + (rows - 1) * spacing + edge,
                spacing,
                spacing,
                columns,
                rows,
                Registration.CELL);
    }

    /** Values of a grid with the geometry of {@link #cells} in the order of the nodes. */
    public double[] fromNorthUp(float[] values) {
        double[] out = new double[size()];
        for (int j = 0; j < rows; j++) {
            int from = (rows - 1 - j) * columns;
            for (int i = 0; i < columns; i++) {
                out[j * columns + i] = values[from + i];
            }
        }
        return out;
    }

    /** The shape for filters. */
    public Lattice shape() {
        return new Lattice(columns, rows, spacing, spacing);
    }

    /** The value between nodes by bilinear interpolation, clamped at the edges; for arrays without NaN. */
    public double interpolate(double[] values, double easting, double northing) {
        double x = Math.max(0, Math.min(columns - 1.0, (easting - west) / spacing));
        double y = Math.max(0, Math.min(rows - 1.0, (northing - south) / spacing));
        int i = Math.min((int) x, Math.max(0, columns - 2));
        int j = Math.min((int) y, Math.max(0, rows - 2));
        int right = Math.min(i + 1, columns - 1);
        int above = Math.min(j + 1, rows - 1);
        double u = x - i;
        double v = y - j;
        double lower = (1 - u) * values[j * columns + i] + u * values[j * columns + right];
        double upper = (1 - u) * values[above * columns + i] + u * values[above * columns + right];
        return (1 - v) * lower + v * upper;
    }
}
