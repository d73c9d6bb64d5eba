package org.geoanomaly.gam.geophysics.operator;

import java.io.Serializable;
import java.util.Arrays;
import org.geoanomaly.gam.geophysics.body.Prism;

/**
 * Prisms in columns of equal size and layers of any thickness. Cell (i, j, k) has index {@code (k * ny + j) * nx + i}: i counts east, j north,
 * k down from the top. Metres; the top is a height, positive up. Immutable.
 */
public final class RegularMesh implements Serializable {
    private static final int MAX_CELLS = 1 << 30;

    private final double west;
    private final double south;
    private final double top;
    private final int nx;
    private final int ny;
    private final double dx;
    private final double dy;
    private final double[] depths;

    private RegularMesh(double[] origin, int nx, int ny, double[] spacing, double[] depths) {
        this.west = origin[0];
        this.south = origin[1];
        this.top = origin[2];
        this.nx = nx;
        this.ny = ny;
        this.dx = spacing[0];
        this.dy = spacing[1];
        this.depths = depths;
    }

    /**
     * A mesh from its corner and sizes.
     *
     * @param origin west edge, south edge and height of the top, m
     * @param nx columns east
     * @param ny columns north
     * @param spacing width of a column east and north, m
     * @param thickness of each layer from the top down, m
     * @throws IllegalArgumentException if a size is not positive or the cells are more than 2³⁰
     */
    public static RegularMesh of(double[] origin, int nx, int ny, double[] spacing, double[] thickness) {
        if (origin.length != 3 || spacing.length != 2 || thickness.length == 0 || nx < 1 || ny < 1) {
            throw new IllegalArgumentException(
                    "a mesh needs an origin (west, south, top), at least one column each way, two "
                            + "spacings and at least one layer; got " + nx + " x " + ny + " x " + thickness.length);
        }
        double[] depths = new double[thickness.length + 1];
        for (int k = 0; k < thickness.length; k++) {
            if (!(thickness[k] > 0)) {
                throw new IllegalArgumentException("layer " + k + " has thickness " + thickness[k] + " m");
            }
            depths[k + 1] = depths[k] + thickness[k];
        }
        double sum = origin[0] + origin[1] + origin[2] + depths[thickness.length];
        if (!(spacing[0] > 0) || !(spacing[1] > 0) || !Double.isFinite(sum + spacing[0] + spacing[1])) {
            throw new IllegalArgumentException("spacing and origin must be finite and positive: "
                    + Arrays.toString(spacing) + ", " + Arrays.toString(origin));
        }
        if ((long) nx * ny * thickness.length > MAX_CELLS) {
            throw new IllegalArgumentException(
                    "a mesh of " + nx + " x " + ny + " x " + thickness.length + " cells is larger than 2^30");
        }
        return new RegularMesh(origin.clone(), nx, ny, spacing.clone(), depths);
    }

    public int nx() {
        return nx;
    }

    public int ny() {
        return ny;
    }

    public int nz() {
        return depths.length - 1;
    }

    public int cells() {
        return nx * ny * nz();
    }

    public double dx() {
        return dx;
    }

    public double dy() {
        return dy;
    }

    /** Western edge of column i; {@code west(nx)} is the eastern edge of the mesh. */
    public double west(int i) {
        return west + i * dx;
    }

    /** Southern edge of row j; {@code south(ny)} is the northern edge of the mesh. */
    public double south(int j) {
        return south + j * dy;
    }

    /** Height of the mesh's top. */
    public double top() {
        return top;
    }

    /** Depth of the top of layer k below the mesh's top; {@code depth(nz)} is the bottom. */
    public double depth(int k) {
        return depths[k];
    }

    public double thickness(int k) {
        return depths[k + 1] - depths[k];
    }

    public double cellVolume(int k) {
        return dx * dy * thickness(k);
    }

    public int index(int i, int j, int k) {
        return (k * ny + j) * nx + i;
    }

    /** The prism of cell (i, j, k). */
    public Prism cell(int i, int j, int k) {
        return new Prism(west(i), west(i + 1), south(j), south(j + 1), top - depths[k + 1], top - depths[k]);
    }

    /** The index of the cell that holds a point, or −1. Eastern, northern and lower faces belong to a cell, the others do not. */
    public int cellAt(double easting, double northing, double height) {
        double i = Math.ceil((easting - west) / dx) - 1.0;
        double j = Math.ceil((northing - south) / dy) - 1.0;
        int found = Arrays.binarySearch(depths, top - height);
        int k = found >= 0 ? found - 1 : -found - 2;
        boolean inside = i >= 0 && i < nx && j >= 0 && j < ny && k >= 0 && k < nz();
        return inside ? index((int) i, (int) j, k) : -1;
    }

    /** The mesh of layer k alone. */
    RegularMesh layer(int k) {
        return new RegularMesh(
                new double[] {west, south, top - depths[k]}, nx, ny, new double[] {dx, dy}, new double[] {
                    0.0, thickness(k)
                });
    }
}
