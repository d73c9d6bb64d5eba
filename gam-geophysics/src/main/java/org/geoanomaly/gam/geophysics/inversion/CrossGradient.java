package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * The coupling Σ_c w_c |∇m × ∇q|² of a model m to the structure of another, q, whose gradient is scaled to at most 1 (Gallardo and Meju
 * 2004, "Joint two-dimensional DC resistivity and seismic travel time inversion with cross-gradients constraints", J. Geophys. Res. 109). For
 * fixed q it is quadratic in m: changes across the other's gradient are free where the two agree in direction. Differences run to the next
 * cell, in units of the smallest cell.
 */
final class CrossGradient {
    private final RegularMesh mesh;
    private final float[] east;
    private final float[] north;
    private final float[] down;
    private final float[] weight;
    private final double[] scale;

    /**
     * Coupling to a model.
     *
     * @param weights w of the cells
     */
    CrossGradient(RegularMesh mesh, float[] weights, double[] other, double strength) {
        this.mesh = mesh;
        this.east = new float[other.length];
        this.north = new float[other.length];
        this.down = new float[other.length];
        this.weight = new float[other.length];
        double h = Math.min(mesh.dx(), mesh.dy());
        for (int k = 0; k < mesh.nz(); k++) {
            h = Math.min(h, mesh.thickness(k));
        }
        double meanThickness = mesh.depth(mesh.nz()) / mesh.nz();
        this.scale = new double[] {h / mesh.dx(), h / mesh.dy(), h / meanThickness};
        int nx = mesh.nx();
        int layer = nx * mesh.ny();
        double max = 0.0;
        for (int c = 0; c < other.length; c++) {
            if (inner(c)) {
                east[c] = (float) (scale[0] * (other[c + 1] - other[c]));
                north[c] = (float) (scale[1] * (other[c + nx] - other[c]));
                down[c] = (float) (scale[2] * (other[c + layer] - other[c]));
                max = Math.max(max, Math.hypot(east[c], Math.hypot(north[c], down[c])));
                weight[c] = (float) (strength * weights[c]);
            }
        }
        for (int c = 0; c < other.length && max > 0.0; c++) {
            east[c] /= (float) max;
            north[c] /= (float) max;
            down[c] /= (float) max;
        }
    }

    private boolean inner(int c) {
        int nx = mesh.nx();
        int row = c / nx;
        return c % nx + 1 < nx && row % mesh.ny() + 1 < mesh.ny() && row / mesh.ny() + 1 < mesh.nz();
    }

    /** Adds the product with the coupling's matrix. */
    void addProduct(double[] m, double[] out) {
        int nx = mesh.nx();
        int layer = nx * mesh.ny();
        for (int c = 0; c < m.length - layer; c++) {
            double w = weight[c];
            if (w == 0.0) {
                continue;
            }
            double a = scale[0] * (m[c + 1] - m[c]);
            double b = scale[1] * (m[c + nx] - m[c]);
            double d = scale[2] * (m[c + layer] - m[c]);
            double tx = w * (b * down[c] - d * north[c]);
            double ty = w * (d * east[c] - a * down[c]);
            double tz = w * (a * north[c] - b * east[c]);
            double ga = scale[0] * (tz * north[c] - ty * down[c]);
            double gb = scale[1] * (tx * down[c] - tz * east[c]);
            double gd = scale[2] * (ty * east[c] - tx * north[c]);
            out[c + 1] += ga;
            out[c + nx] += gb;
            out[c + layer] += gd;
            out[c] -= ga + gb + gd;
        }
    }

    /** Adds the diagonal of the coupling's matrix times a factor. */
    void addDiagonal(double factor, double[] out) {
        int nx = mesh.nx();
        int layer = nx * mesh.ny();
        for (int c = 0; c < out.length - layer; c++) {
            double w = factor * weight[c];
            double e = east[c];
            double n = north[c];
            double d = down[c];
            out[c + 1] += w * scale[0] * scale[0] * (n * n + d * d);
            out[c + nx] += w * scale[1] * scale[1] * (e * e + d * d);
            out[c + layer] += w * scale[2] * scale[2] * (e * e + n * n);
            double x = scale[2] * n - scale[1] * d;
            double y = scale[0] * d - scale[2] * e;
            double z = scale[1] * e - scale[0] * n;
            out[c] += w * (x * x + y * y + z * z);
        }
    }
}
