package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * Rows of the Fréchet matrix: ∂T/∂ln s, in s, of the time along a ray with the logarithm of the slowness of each cell or node, which by
 * Fermat's principle is the time the ray spends there. Divided by the slowness it is ∂T/∂s, the length. It has room of its own to work in:
 * one thread at a time, one for each thread.
 */
public final class RayRows {
    private static final double GAUSS = 0.5 / Math.sqrt(3);

    private final VelocityGrid grid;
    private final CellWalk walk;
    private final boolean toNodes;
    private final Stencil stencil;
    private final double[] sums;
    private final boolean[] isTouched;
    private int[] touched = new int[256];
    private int count;
    private double slowness;
    private final double[] from = new double[3];
    private final double[] to = new double[3];
    private final double[] place = new double[3];

    private RayRows(VelocityGrid grid, CellWalk walk, int columns, boolean toNodes) {
        this.grid = grid;
        this.walk = walk;
        this.toNodes = toNodes;
        this.stencil = new Stencil(grid);
        this.sums = new double[columns];
        this.isTouched = new boolean[columns];
    }

    /**
     * Columns are the cells of a mesh, {@link RegularMesh#index}. The mesh has the coordinates of the grid, its heights being the negative
     * of the grid's depths; with a spherical grid its columns are in degrees. What of a ray lies outside the mesh is left out.
     */
    public static RayRows cells(VelocityGrid grid, RegularMesh mesh) {
        return new RayRows(grid, CellWalk.of(mesh), mesh.cells(), false);
    }

    /** Columns are the nodes of the grid itself, between which the slowness is trilinear. */
    public static RayRows nodes(VelocityGrid grid) {
        return new RayRows(grid, new CellWalk(), grid.nodes(), true);
    }

    /** Number of columns. */
    public int columns() {
        return sums.length;
    }

    /**
     * Adds the row of a ray.
     *
     * @return the sum of the row: the time, s, along the part of the ray that the columns cover
     */
    public double add(Ray ray, SparseRows.Builder rows) {
        count = 0;
        slowness = 0;
        for (int p = 1; p < ray.size(); p++) {
            point(ray, p - 1, from);
            point(ray, p, to);
            double length = grid.length(from, to);
            if (length > 0) {
                piece(length);
            }
        }
        return flush(rows);
    }

    private static void point(Ray ray, int p, double[] out) {
        out[0] = ray.x(p);
        out[1] = ray.y(p);
        out[2] = ray.z(p);
    }

    private void piece(double length) {
        if (toNodes) {
            half(0.5 - GAUSS, 0.5 * length);
            half(0.5 + GAUSS, 0.5 * length);
            return;
        }
        walk.start(from, to);
        while (walk.next()) {
            move(0.5 * (walk.enter() + walk.leave()));
            double here = grid.mean(stencil);
            slowness = Double.isNaN(here) ? slowness : here;
            collect(walk.cell(), (walk.leave() - walk.enter()) * length * slowness);
        }
    }

    private void half(double part, double length) {
        move(part);
        double total = 0;
        for (int c = 0; c < stencil.count; c++) {
            total += grid.isAir(stencil.node[c]) ? 0 : stencil.weight[c];
        }
        for (int c = 0; c < stencil.count; c++) {
            int node = stencil.node[c];
            if (stencil.weight[c] > 0 && !grid.isAir(node)) {
                collect(node, length * stencil.weight[c] / total * grid.slowness(node));
            }
        }
    }

    private void move(double part) {
        for (int d = 0; d < 3; d++) {
            place[d] = from[d] + part * (to[d] - from[d]);
        }
        stencil.at(place[0], place[1], place[2]);
    }

    private void collect(int column, double value) {
        if (!isTouched[column]) {
            isTouched[column] = true;
            sums[column] = 0;
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, 2 * count);
            }
            touched[count++] = column;
        }
        sums[column] += value;
    }

    private double flush(SparseRows.Builder rows) {
        Arrays.sort(touched, 0, count);
        double total = 0;
        for (int n = 0; n < count; n++) {
            int column = touched[n];
            total += sums[column];
            rows.add(column, sums[column]);
            isTouched[column] = false;
        }
        rows.endRow();
        return total;
    }
}
