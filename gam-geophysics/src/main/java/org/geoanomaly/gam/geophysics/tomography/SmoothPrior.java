package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * A square root S of the prior correlation C = SSᵀ of cells: white noise smoothed along each axis by e^(−|d|/ℓ) and scaled to variance 1 in every
 * cell. Along an axis the correlation is that of Matérn with smoothness 3/2, (1 + d/ℓ) e^(−d/ℓ) (Rasmussen and Williams 2006, eq. 4.17), away from
 * the edges; the axes multiply. Smoothing is two recursions for each axis. Immutable.
 */
final class SmoothPrior {
    private final int nx;
    private final int ny;
    private final int nz;
    private final Axis east;
    private final Axis north;
    private final Axis down;

    SmoothPrior(RegularMesh mesh, double horizontal, double vertical) {
        this.nx = mesh.nx();
        this.ny = mesh.ny();
        this.nz = mesh.nz();
        this.east = Axis.of(uniform(nx, mesh.dx()), horizontal);
        this.north = Axis.of(uniform(ny, mesh.dy()), horizontal);
        double[] thickness = new double[nz];
        Arrays.setAll(thickness, mesh::thickness);
        this.down = Axis.of(thickness, vertical);
    }

    private static double[] uniform(int n, double width) {
        double[] widths = new double[n];
        Arrays.fill(widths, width);
        return widths;
    }

    /** One axis: decay to the next cell, weight of a cell's noise, scale of the result. */
    private static final class Axis {
        private final double[] decay;
        private final double[] in;
        private final double[] out;

        private Axis(double[] decay, double[] in, double[] out) {
            this.decay = decay;
            this.in = in;
            this.out = out;
        }

        static Axis of(double[] width, double length) {
            int n = width.length;
            double[] decay = new double[n];
            double[] in = new double[n];
            double[] out = new double[n];
            for (int i = 0; i < n; i++) {
                decay[i] = i + 1 < n ? Math.exp(-0.5 * (width[i] + width[i + 1]) / length) : 0.0;
                in[i] = Math.sqrt(width[i]);
            }
            for (int i = 0; i < n; i++) {
                double sum = width[i];
                double rho = 1.0;
                for (int j = i + 1; j < n; j++) {
                    rho *= decay[j - 1] * decay[j - 1];
                    sum += width[j] * rho;
                }
                rho = 1.0;
                for (int j = i - 1; j >= 0; j--) {
                    rho *= decay[j] * decay[j];
                    sum += width[j] * rho;
                }
                out[i] = 1.0 / Math.sqrt(sum);
            }
            return new Axis(decay, in, out);
        }
    }

    /** {@code out = S in}. */
    void apply(double[] in, double[] out) {
        System.arraycopy(in, 0, out, 0, in.length);
        all(out, false);
    }

    /** {@code out = Sᵀ in}. */
    void applyAdjoint(double[] in, double[] out) {
        System.arraycopy(in, 0, out, 0, in.length);
        all(out, true);
    }

    private void all(double[] v, boolean adjoint) {
        double[] copy = new double[v.length];
        smooth(v, copy, new int[] {1, nx, ny * nz}, east, adjoint);
        smooth(v, copy, new int[] {nx, ny, nz}, north, adjoint);
        smooth(v, copy, new int[] {nx * ny, nz, 1}, down, adjoint);
    }

    /**
     * Along one axis.
     *
     * @param shape values side by side, cells along the axis, blocks
     */
    private static void smooth(double[] v, double[] copy, int[] shape, Axis axis, boolean adjoint) {
        int stride = shape[0];
        int n = shape[1];
        if (n == 1) {
            return;
        }
        double[] first = adjoint ? axis.out : axis.in;
        double[] last = adjoint ? axis.in : axis.out;
        for (int block = 0; block < shape[2]; block++) {
            int from = block * stride * n;
            for (int i = 0; i < n; i++) {
                scale(v, from + i * stride, stride, first[i]);
            }
            System.arraycopy(v, from, copy, from, stride * n);
            for (int i = 1; i < n; i++) {
                addScaled(v, from + (i - 1) * stride, from + i * stride, stride, axis.decay[i - 1]);
            }
            // what comes from below is the recursion without the cell's own value
            for (int i = n - 2; i >= 0; i--) {
                double rho = axis.decay[i];
                for (int s = 0; s < stride; s++) {
                    copy[from + i * stride + s] += rho * copy[from + (i + 1) * stride + s];
                    v[from + i * stride + s] += rho * copy[from + (i + 1) * stride + s];
                }
            }
            for (int i = 0; i < n; i++) {
                scale(v, from + i * stride, stride, last[i]);
            }
        }
    }

    private static void scale(double[] v, int from, int n, double factor) {
        for (int i = from; i < from + n; i++) {
            v[i] *= factor;
        }
    }

    private static void addScaled(double[] v, int from, int to, int n, double factor) {
        for (int i = 0; i < n; i++) {
            v[to + i] += factor * v[from + i];
        }
    }
}
