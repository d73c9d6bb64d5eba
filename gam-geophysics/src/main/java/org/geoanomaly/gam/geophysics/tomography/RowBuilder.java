package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * Fréchet rows from rays: ∂t/∂u_c = ∫ s B_c dl along the ray, B_c the hat of cell c (Fermat's principle: the ray's own change is of second order).
 * One for each thread.
 */
final class RowBuilder {
    private final SlownessModel.Reader reader;
    private final RegularMesh mesh;
    private final double step;
    private final double[] sum;
    private final int[] touched;
    private final boolean[] seen;
    private int count;
    private int before;

    RowBuilder(SlownessModel model) {
        this.reader = model.reader();
        this.mesh = model.mesh();
        double least = Math.min(mesh.dx(), mesh.ny() == 1 ? mesh.dx() : mesh.dy());
        for (int k = 0; k < mesh.nz(); k++) {
            least = Math.min(least, mesh.thickness(k));
        }
        this.step = 0.5 * least;
        this.sum = new double[mesh.cells()];
        this.touched = new int[mesh.cells()];
        this.seen = new boolean[mesh.cells()];
    }

    /** Bytes that one of these takes. */
    static long bytes(RegularMesh mesh) {
        return 13L * mesh.cells();
    }

    /** Where rays went: sums of whole millimetres, so that their order does not matter. */
    record Density(AtomicLongArray millimetres, AtomicIntegerArray hits) {}

    /** Starts the row of a ray. */
    void follow(Phase phase, RayPath path, Density density) {
        count = 0;
        before = -1;
        for (int i = 1; i < path.count(); i++) {
            double dx = path.x(i) - path.x(i - 1);
            double dy = path.y(i) - path.y(i - 1);
            double dz = path.depth(i) - path.depth(i - 1);
            double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
            int pieces = (int) Math.max(1, Math.min(1 << 20, Math.ceil(length / step)));
            for (int n = 0; n < pieces; n++) {
                double f = (n + 0.5) / pieces;
                double x = path.x(i - 1) + f * dx;
                double y = path.y(i - 1) + f * dy;
                double z = path.depth(i - 1) + f * dz;
                piece(phase, x, y, z, length / pieces, density);
            }
        }
    }

    private void piece(Phase phase, double x, double y, double z, double length, Density density) {
        double time = reader.slowness(phase, x, y, z) * length;
        CellBasis.Place place = reader.place();
        for (int m = 0; m < place.count; m++) {
            int c = place.cell[m];
            if (!seen[c]) {
                seen[c] = true;
                touched[count++] = c;
            }
            sum[c] += place.weight[m] * time;
        }
        int own = mesh.cellAt(x, y, -z);
        if (own >= 0) {
            density.millimetres().addAndGet(own, Math.round(1000.0 * length));
            if (own != before) {
                density.hits().incrementAndGet(own);
            }
        }
        before = own;
    }

    /** Columns of the row, ascending. */
    int[] columns() {
        int[] columns = Arrays.copyOf(touched, count);
        Arrays.sort(columns);
        return columns;
    }

    /** Takes the values out; the builder is empty afterwards. */
    float[] values(int[] columns) {
        float[] values = new float[columns.length];
        for (int n = 0; n < columns.length; n++) {
            values[n] = (float) sum[columns[n]];
            sum[columns[n]] = 0.0;
            seen[columns[n]] = false;
        }
        return values;
    }
}
