package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * The inverse problem as it would be without edges: for each horizontal wave number the matrix over the layers is β T + γ a aᵀ, with the
 * tridiagonal T of the smooth norm for the mean weights of the layers and the responses a of the layers. Thomas' algorithm solves with T.
 */
final class LayeredSystem {
    private final int nz;
    private final double[] mass;
    private final double[] bond;
    private final double dx;
    private final double dy;
    private final double small;
    private final double ax;
    private final double ay;
    private final LayerResponse response;

    LayeredSystem(ModelNorm norm, LayerResponse response) {
        RegularMesh mesh = norm.mesh();
        this.nz = mesh.nz();
        this.mass = new double[nz];
        this.bond = new double[nz];
        this.dx = mesh.dx();
        this.dy = mesh.dy();
        this.small = norm.smallness();
        this.response = response;
        double h = Math.min(dx, dy);
        for (int k = 0; k < nz; k++) {
            h = Math.min(h, mesh.thickness(k));
        }
        this.ax = h * h / (dx * dx);
        this.ay = h * h / (dy * dy);
        double meanThickness = (mesh.depth(nz) - mesh.depth(0)) / nz;
        double[] w = norm.layerWeights();
        for (int k = 0; k < nz; k++) {
            mass[k] = w[k] * mesh.thickness(k) / meanThickness;
            if (k + 1 < nz) {
                double below = 0.5 * (mesh.thickness(k) + mesh.thickness(k + 1));
                bond[k] = h * h / (below * meanThickness) * 0.5 * (w[k] + w[k + 1]);
            }
        }
    }

    /** The eigenvalue of the horizontal part of the norm for phases kx dx and ky dy. */
    private double horizontal(double phaseX, double phaseY) {
        double sx = Math.sin(0.5 * phaseX);
        double sy = Math.sin(0.5 * phaseY);
        return small + 4.0 * (ax * sx * sx + ay * sy * sy);
    }

    /** Thomas' multipliers for one wave number: {@code pivot[k]} = 1 / eliminated diagonal. */
    private void factor(double horizontal, double[] pivot) {
        double carried = 0.0;
        for (int k = 0; k < nz; k++) {
            double d = mass[k] * horizontal + bond[k] + (k > 0 ? bond[k - 1] - bond[k - 1] * carried : 0.0);
            pivot[k] = 1.0 / d;
            carried = bond[k] * pivot[k];
        }
    }

    /** Solves T x = b in place. */
    private void solve(double[] pivot, double[] b) {
        for (int k = 1; k < nz; k++) {
            b[k] += bond[k - 1] * pivot[k - 1] * b[k - 1];
        }
        b[nz - 1] *= pivot[nz - 1];
        for (int k = nz - 2; k >= 0; k--) {
            b[k] = (b[k] + bond[k] * b[k + 1]) * pivot[k];
        }
    }

    /** Responses of the layers for phases kx dx and ky dy. */
    private void response(double phaseX, double phaseY, double[] out) {
        response.fill(phaseX / dx, phaseY / dy, out);
    }

    /** κ = aᵀT⁻¹a: the data variance at a wave number that the norm admits for β = 1. */
    double admittance(double phaseX, double phaseY) {
        double[] pivot = new double[nz];
        double[] a = new double[nz];
        double[] x = new double[nz];
        factor(horizontal(phaseX, phaseY), pivot);
        response(phaseX, phaseY, a);
        System.arraycopy(a, 0, x, 0, nz);
        solve(pivot, x);
        double sum = 0.0;
        for (int k = 0; k < nz; k++) {
            sum += a[k] * x[k];
        }
        return sum;
    }
}
