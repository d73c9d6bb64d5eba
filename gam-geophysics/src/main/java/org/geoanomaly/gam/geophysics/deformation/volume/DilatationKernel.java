package org.geoanomaly.gam.geophysics.deformation.volume;

import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.jspecify.annotations.Nullable;

/**
 * Line-of-sight displacement for a unit of volume strain in a cell: Mogi's point source u = (1 − ν) / π · (x, y, d) / R³ per volume, integrated
 * over the cell by Gauss's rule, with more points the nearer the cell is (a point at its centre errs by a quarter of (size / R)²). Points of the
 * ground lie at different heights: depth d is counted from the datum's own height, which is the varying-depth approximation of Williams and Wadge
 * (1998). Cells whose centre lies above the ground move nothing. Immutable.
 */
public final class DilatationKernel {
    private static final double FACTOR = (1.0 - DeformationSource.POISSON) / Math.PI;
    private static final double GAUSS = 0.5 / Math.sqrt(3.0);

    /** Cells farther than so many times their longest edge count as points. */
    private static final double FAR = 6.0;

    /** Cells nearer than that are halved along each edge. */
    private static final double NEAR = 1.5;

    /** Least depth of a source below a datum, as a part of the cell's shortest edge: a datum below the cell sees it just covered. */
    private static final double COVER = 0.25;

    private static final double[][] PLACES = {
        {0.0}, {-GAUSS, GAUSS}, {-0.25 - 0.5 * GAUSS, -0.25 + 0.5 * GAUSS, 0.25 - 0.5 * GAUSS, 0.25 + 0.5 * GAUSS}
    };

    private final RegularMesh mesh;
    private final boolean[] air;

    /**
     * The kernel of a mesh.
     *
     * @param ground height of the ground above each column, m, index {@code j * nx + i}; null if the whole mesh is below the ground
     */
    public DilatationKernel(RegularMesh mesh, double @Nullable [] ground) {
        this.mesh = mesh;
        this.air = new boolean[mesh.cells()];
        int layer = mesh.nx() * mesh.ny();
        if (ground != null && ground.length != layer) {
            throw new IllegalArgumentException(
                    "the ground has " + ground.length + " heights above " + layer + " columns");
        }
        for (int c = 0; c < air.length && ground != null; c++) {
            int k = c / layer;
            air[c] = mesh.top() - 0.5 * (mesh.depth(k) + mesh.depth(k + 1)) > ground[c % layer];
        }
    }

    public RegularMesh mesh() {
        return mesh;
    }

    /** Whether a cell is above the ground. */
    public boolean air(int cell) {
        return air[cell];
    }

    /**
     * The response of one datum to cells.
     *
     * @param from first cell
     * @param count number of cells
     * @param out overwritten from 0 on
     */
    void fill(LosData data, int datum, int from, int count, double[] out) {
        int nx = mesh.nx();
        int ny = mesh.ny();
        double e = data.points().easting(datum);
        double n = data.points().northing(datum);
        double z = data.points().height(datum);
        double[] look = {
            data.look().east(datum), data.look().north(datum), data.look().up(datum)
        };
        int i = from % nx;
        int j = from / nx % ny;
        int k = from / (nx * ny);
        for (int c = 0; c < count; c++) {
            out[c] = air[from + c] ? 0.0 : cell(e - mesh.west(i), n - mesh.south(j), z - mesh.top(), k, look);
            i++;
            if (i == nx) {
                i = 0;
                j++;
                if (j == ny) {
                    j = 0;
                    k++;
                }
            }
        }
    }

    /** x and y from the cell's south-western corner, height above the mesh's top. */
    private double cell(double x, double y, double height, int k, double[] look) {
        double thickness = mesh.thickness(k);
        double dx = mesh.dx();
        double dy = mesh.dy();
        double size = Math.max(thickness, Math.max(dx, dy));
        double cx = x - 0.5 * dx;
        double cy = y - 0.5 * dy;
        double cd = height + mesh.depth(k) + 0.5 * thickness;
        double least = COVER * Math.min(thickness, Math.min(dx, dy));
        double r2 = cx * cx + cy * cy + cd * cd;
        if (r2 > FAR * FAR * size * size) {
            return FACTOR * mesh.cellVolume(k) * point(cx, cy, Math.max(cd, least), look);
        }
        double[] places = PLACES[r2 > NEAR * NEAR * size * size ? 1 : 2];
        double sum = 0.0;
        for (double a : places) {
            for (double b : places) {
                for (double c : places) {
                    sum += point(cx - a * dx, cy - b * dy, Math.max(cd + c * thickness, least), look);
                }
            }
        }
        int m = places.length;
        return FACTOR * mesh.cellVolume(k) * sum / (m * m * m);
    }

    private static double point(double x, double y, double d, double[] look) {
        double r2 = x * x + y * y + d * d;
        return (look[0] * x + look[1] * y + look[2] * d) / (r2 * Math.sqrt(r2));
    }

    /** Displacements that volume strains of the cells give, m, without nuisance terms. */
    public double[] displacement(LosData data, double[] strain) {
        double[] out = new double[data.size()];
        double[] row = new double[strain.length];
        for (int d = 0; d < out.length; d++) {
            fill(data, d, 0, row.length, row);
            double sum = 0.0;
            for (int c = 0; c < row.length; c++) {
                sum += row[c] * strain[c];
            }
            out[d] = sum;
        }
        return out;
    }
}
