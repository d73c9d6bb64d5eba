package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.jspecify.annotations.Nullable;

/**
 * The factors that turn squares into ℓp norms for a given model: r = η (f² + ε²)^(p/2 − 1), with η such that every term pulls equally hard
 * (Fournier and Oldenburg 2019, "Inversion using spatially variable mixed ℓp norms", Geophys. J. Int. 218, eqs 16–22).
 *
 * <p>The f of a face is not its own difference but the whole jump around it, the root of the summed squares of the differences in all
 * directions. With differences taken one direction at a time, each direction chooses its own few faces, and bodies grow into crosses and
 * plates along the axes of the mesh. Jumps count as zero below a fixed part of the largest value: a smaller threshold fixes edges before
 * a body has come to rest in depth.
 */
final class Reweighting {
    /** Jumps smaller than this part of the largest value count as zero. */
    private static final double LEAST_JUMP = 0.3;

    private final double[] value;
    private final double[] jump;
    private final Factor size;
    private final Factor[] axes;

    /** η (f² + ε²)^(p/2 − 1). */
    private record Factor(double eta, double epsilon2, double power) {
        static Factor of(double p, double epsilon, double max) {
            double e2 = epsilon * epsilon;
            double top = p < 1.0 ? Math.min(max, epsilon / Math.sqrt(1.0 - p)) : max;
            double eta = max / (top * Math.pow(top * top + e2, 0.5 * p - 1.0));
            return new Factor(p == 2.0 ? 1.0 : eta, e2, 0.5 * p - 1.0);
        }

        double at(double f) {
            return power == 0.0 ? 1.0 : eta * Math.pow(f * f + epsilon2, power);
        }
    }

    private Reweighting(double[] value, double[] jump, Norms norms, double[] epsilon, double[] max) {
        this.value = value;
        this.jump = jump;
        this.size = Factor.of(norms.smallness(), epsilon[0], max[0]);
        this.axes = new Factor[] {
            Factor.of(norms.x(), epsilon[1], max[1]),
            Factor.of(norms.y(), epsilon[1], max[1]),
            Factor.of(norms.z(), epsilon[1], max[1])
        };
    }

    /**
     * The factors of a model; null if it is constant.
     *
     * @param model not copied: to be used before it changes
     * @param epsilon as a part of the largest value
     */
    static @Nullable Reweighting of(RegularMesh mesh, double[] model, Norms norms, double epsilon) {
        double[] jump = jumps(mesh, model);
        double largest = 0.0;
        double largestJump = 0.0;
        for (int c = 0; c < model.length; c++) {
            largest = Math.max(largest, Math.abs(model[c]));
            largestJump = Math.max(largestJump, jump[c]);
        }
        if (largestJump == 0.0) {
            return null;
        }
        double[] epsilons = {epsilon * largest, Math.max(epsilon, LEAST_JUMP) * largest};
        return new Reweighting(model, jump, norms, epsilons, new double[] {largest, largestJump});
    }

    /** Root of the mean squares of the differences to both neighbours, summed over directions. */
    private static double[] jumps(RegularMesh mesh, double[] m) {
        int nx = mesh.nx();
        int ny = mesh.ny();
        int layer = nx * ny;
        double[] out = new double[m.length];
        for (int c = 0; c < m.length; c++) {
            int i = c % nx;
            int j = c / nx % ny;
            if (i + 1 < nx) {
                addSquare(out, c, c + 1, m);
            }
            if (j + 1 < ny) {
                addSquare(out, c, c + nx, m);
            }
            if (c + layer < m.length) {
                addSquare(out, c, c + layer, m);
            }
        }
        for (int c = 0; c < out.length; c++) {
            out[c] = Math.sqrt(out[c]);
        }
        return out;
    }

    private static void addSquare(double[] sum, int a, int b, double[] m) {
        double d = m[b] - m[a];
        sum[a] += 0.5 * d * d;
        sum[b] += 0.5 * d * d;
    }

    /** Factor of a cell's own value. */
    double cell(int c) {
        return size.at(value[c]);
    }

    /**
     * Factor of a face.
     *
     * @param axis 0 east, 1 north, 2 down
     */
    double face(int axis, int a, int b) {
        return axes[axis].at(0.5 * (jump[a] + jump[b]));
    }
}
