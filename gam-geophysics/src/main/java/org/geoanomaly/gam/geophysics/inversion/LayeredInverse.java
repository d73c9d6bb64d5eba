package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.solver.SymmetricMap;

/**
 * The inverse of the smooth norm for the mean weights of the layers: cosine transform east and north, which diagonalises differences with
 * free edges, one tridiagonal system over the layers for each wave number, back. With it as preconditioner the Hessian GᵀWG + βR becomes
 * the identity plus the few directions that the data see, and conjugate gradients need one step for each of those.
 */
final class LayeredInverse {
    private final CosineTransform transform;
    private final Parallelism parallel;
    private final LayeredSystem system;
    private final int nx;
    private final int ny;
    private final int nz;
    private final float[] pivots;

    /** Factors all wave numbers. */
    LayeredInverse(LayeredSystem system, int nx, int ny, Parallelism parallel) {
        this.transform = new CosineTransform(nx, ny);
        this.parallel = parallel;
        this.system = system;
        this.nx = nx;
        this.ny = ny;
        this.nz = system.layers();
        int size = nx * ny * nz;
        this.pivots = new float[size];
        parallel.run(ny, () -> {
            double[] pivot = new double[nz];
            return q -> {
                for (int p = 0; p < nx; p++) {
                    factor(p, q, pivot);
                }
            };
        });
    }

    private void factor(int p, int q, double[] pivot) {
        system.factor(system.horizontal(Math.PI * p / nx, Math.PI * q / ny), pivot);
        for (int k = 0; k < nz; k++) {
            pivots[(k * ny + q) * nx + p] = (float) pivot[k];
        }
    }

    /** The map (βR)⁻¹; used by one thread at a time. */
    SymmetricMap inverse(double beta) {
        double[] spectrum = new double[nx * ny * nz];
        return (in, out) -> {
            transform.forward(in, spectrum, parallel);
            parallel.run(ny, () -> q -> solveRow(q, beta, spectrum));
            transform.inverse(spectrum, out, parallel);
        };
    }

    /** All wave numbers (·, q) at once, so that loops run over neighbours. */
    private void solveRow(int q, double beta, double[] r) {
        int plane = nx * ny;
        int row = q * nx;
        for (int k = 1; k < nz; k++) {
            double b = system.bond(k - 1);
            int at = k * plane + row;
            for (int p = 0; p < nx; p++) {
                r[at + p] += b * pivots[at - plane + p] * r[at - plane + p];
            }
        }
        for (int k = nz - 1; k >= 0; k--) {
            int at = k * plane + row;
            double b = k + 1 < nz ? system.bond(k) : 0.0;
            int below = k + 1 < nz ? at + plane : at;
            for (int p = 0; p < nx; p++) {
                r[at + p] = (r[at + p] + b * r[below + p]) * pivots[at + p];
            }
        }
        double scale = 1.0 / beta;
        for (int k = 0; k < nz; k++) {
            int at = k * plane + row;
            for (int p = 0; p < nx; p++) {
                r[at + p] *= scale;
            }
        }
    }
}
