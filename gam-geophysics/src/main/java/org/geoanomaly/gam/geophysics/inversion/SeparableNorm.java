package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * The smooth norm with weights that depend on depth alone, factored: the cosine transform C of the layers makes it R = Cᵀ L Lᵀ C with a bidiagonal L
 * over the layers for each wave number. Immutable.
 */
final class SeparableNorm {
    private final int nx;
    private final int ny;
    private final int nz;
    private final CosineTransform cosine;
    /** Of L, on the diagonal (as inverse) and below it, index {@code k * layer + wave number}. */
    private final double[] inverse;

    private final double[] below;

    SeparableNorm(ModelNorm norm) {
        RegularMesh mesh = norm.mesh();
        this.nx = mesh.nx();
        this.ny = mesh.ny();
        this.nz = mesh.nz();
        this.cosine = new CosineTransform(nx, ny);
        int layer = nx * ny;
        this.inverse = new double[layer * nz];
        this.below = new double[layer * nz];
        double[][] column = norm.layers();
        for (int q = 0; q < ny; q++) {
            double north = laplacian(q, ny);
            for (int p = 0; p < nx; p++) {
                factor(column, laplacian(p, nx), north, q * nx + p);
            }
        }
    }

    /** Eigenvalue of the second difference with free ends. */
    private static double laplacian(int number, int n) {
        double s = Math.sin(0.5 * Math.PI * number / n);
        return 4.0 * s * s;
    }

    private void factor(double[][] column, double east, double north, int wave) {
        int layer = nx * ny;
        double carried = 0.0;
        for (int k = 0; k < nz; k++) {
            double above = k > 0 ? column[3][k - 1] : 0.0;
            double bond = k + 1 < nz ? column[3][k] : 0.0;
            double d = column[0][k] + east * column[1][k] + north * column[2][k] + above + bond;
            double pivot = Math.sqrt(d - carried * carried);
            inverse[k * layer + wave] = 1.0 / pivot;
            carried = -bond / pivot;
            below[k * layer + wave] = carried;
        }
    }

    /** v ↦ L⁻¹ C v: the dual of {@link #model}. */
    void dual(double[] v, double[] out) {
        cosine.forward(v, out, Parallelism.sequential());
        int layer = nx * ny;
        for (int i = 0; i < layer; i++) {
            out[i] *= inverse[i];
        }
        for (int i = layer; i < out.length; i++) {
            out[i] = (out[i] - below[i - layer] * out[i - layer]) * inverse[i];
        }
    }

    /** z ↦ Cᵀ L⁻ᵀ z: independent numbers of variance 1 become a model with covariance R⁻¹. z is overwritten. */
    void model(double[] z, double[] out, Parallelism parallel) {
        int layer = nx * ny;
        int last = z.length - layer;
        for (int i = z.length - 1; i >= last; i--) {
            z[i] *= inverse[i];
        }
        for (int i = last - 1; i >= 0; i--) {
            z[i] = (z[i] - below[i] * z[i + layer]) * inverse[i];
        }
        cosine.inverse(z, out, parallel);
    }
}
