package org.geoanomaly.gam.geophysics.inversion;

import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.solver.SymmetricMap;
import org.geoanomaly.gam.geophysics.solver.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * The regularisation φ_m(m) = Σ_j V_j w_j (α_s r_j m_j² + Σ_axes α r_f (Δm/h)²) as a symmetric matrix R with φ_m = mᵀRm. Cell volumes make
 * it independent of the mesh; w weighs cells against the decay of the kernels (Li and Oldenburg 1996, 1998); α of a difference is the square of the
 * smallest cell, so that by default neighbours count as much as values. For exponents below 2 the factors r follow the model (iteratively
 * reweighted least squares, see {@link Reweighting}).
 */
final class ModelNorm implements SymmetricMap {
    private final RegularMesh mesh;
    private final int nx;
    private final int ny;
    private final int nz;
    private final int layer;
    private final double small;
    private final double meanVolume;
    private final float[] weights;
    private final float[] cell;
    private final float[] east;
    private final float[] north;
    private final float[] down;
    private @Nullable CrossGradient coupling;

    /**
     * The smooth norm.
     *
     * @param weights w_j, one for each cell
     * @param smallness α_s
     */
    ModelNorm(RegularMesh mesh, float[] weights, double smallness) {
        this.mesh = mesh;
        this.nx = mesh.nx();
        this.ny = mesh.ny();
        this.nz = mesh.nz();
        this.layer = nx * ny;
        this.small = smallness;
        this.weights = weights;
        this.cell = new float[weights.length];
        this.east = new float[weights.length];
        this.north = new float[weights.length];
        this.down = new float[weights.length];
        this.meanVolume = (mesh.depth(nz) - mesh.depth(0)) * mesh.dx() * mesh.dy() / nz;
        fill(null);
    }

    /**
     * Factors for a model.
     *
     * @param model deviation from the reference
     * @param epsilon size, as a part of the largest value, below which a value counts as zero
     */
    void reweight(double[] model, Norms norms, double epsilon) {
        Reweighting reweighting = Reweighting.of(mesh, model, norms, epsilon);
        if (reweighting != null) {
            fill(reweighting);
        }
    }

    private void fill(@Nullable Reweighting factors) {
        double h = Math.min(mesh.dx(), mesh.dy());
        for (int k = 0; k < nz; k++) {
            h = Math.min(h, mesh.thickness(k));
        }
        double ax = h * h / (mesh.dx() * mesh.dx());
        double ay = h * h / (mesh.dy() * mesh.dy());
        for (int k = 0; k < nz; k++) {
            double v = mesh.cellVolume(k) / meanVolume;
            double below = k + 1 < nz ? 0.5 * (mesh.thickness(k) + mesh.thickness(k + 1)) : mesh.thickness(k);
            double vz = mesh.dx() * mesh.dy() * below / meanVolume;
            double az = h * h / (below * below);
            for (int j = 0; j < ny; j++) {
                for (int i = 0; i < nx; i++) {
                    int c = mesh.index(i, j, k);
                    double w = weights[c];
                    cell[c] = (float) (small * v * w * (factors == null ? 1.0 : factors.cell(c)));
                    if (i + 1 < nx) {
                        east[c] = (float) (ax * v * 0.5 * (w + weights[c + 1]) * face(factors, 0, c, c + 1));
                    }
                    if (j + 1 < ny) {
                        north[c] = (float) (ay * v * 0.5 * (w + weights[c + nx]) * face(factors, 1, c, c + nx));
                    }
                    if (k + 1 < nz) {
                        down[c] = (float) (az * vz * 0.5 * (w + weights[c + layer]) * face(factors, 2, c, c + layer));
                    }
                }
            }
        }
    }

    private static double face(@Nullable Reweighting factors, int axis, int a, int b) {
        return factors == null ? 1.0 : factors.face(axis, a, b);
    }

    @Override
    public void apply(double[] m, double[] out) {
        for (int c = 0; c < m.length; c++) {
            out[c] = cell[c] * m[c];
        }
        addFaces(m, out, east, 1);
        addFaces(m, out, north, nx);
        addFaces(m, out, down, layer);
        if (coupling != null) {
            coupling.addProduct(m, out);
        }
    }

    /** Adds a coupling to the structure of another model of this mesh. */
    void couple(double[] other, double strength) {
        coupling = new CrossGradient(mesh, weights, other, strength);
    }

    /** Faces beyond the mesh have coefficient 0, and those to the next row or layer are never filled. */
    private static void addFaces(double[] m, double[] out, float[] face, int stride) {
        int n = m.length - stride;
        if (stride == 1) {
            for (int c = 0; c < n; c++) {
                double flow = face[c] * (m[c + 1] - m[c]);
                out[c] -= flow;
                out[c + 1] += flow;
            }
            return;
        }
        for (int c = 0; c < n; c++) {
            out[c] -= face[c] * (m[c + stride] - m[c]);
        }
        for (int c = 0; c < n; c++) {
            out[c + stride] += face[c] * (m[c + stride] - m[c]);
        }
    }

    /** mᵀRm. */
    double value(double[] m) {
        double sum = 0.0;
        for (int c = 0; c < m.length; c++) {
            sum += cell[c] * m[c] * m[c];
        }
        if (coupling != null) {
            double[] product = new double[m.length];
            coupling.addProduct(m, product);
            sum += Vectors.dot(m, product);
        }
        return sum + faces(m, east, 1) + faces(m, north, nx) + faces(m, down, layer);
    }

    private static double faces(double[] m, float[] face, int stride) {
        double sum = 0.0;
        for (int c = 0; c < m.length - stride; c++) {
            double d = m[c + stride] - m[c];
            sum += face[c] * d * d;
        }
        return sum;
    }

    /** Adds the diagonal of R times a factor. */
    void addDiagonal(double factor, double[] out) {
        for (int c = 0; c < out.length; c++) {
            out[c] += factor * cell[c];
        }
        addFaceDiagonal(factor, out, east, 1);
        addFaceDiagonal(factor, out, north, nx);
        addFaceDiagonal(factor, out, down, layer);
        if (coupling != null) {
            coupling.addDiagonal(factor, out);
        }
    }

    private static void addFaceDiagonal(double factor, double[] out, float[] face, int stride) {
        for (int c = 0; c < out.length - stride; c++) {
            out[c] += factor * face[c];
            out[c + stride] += factor * face[c];
        }
    }

    /** A vector of covariance R without any coupling: the gradient of every term with its own random number. */
    void sample(SplittableRandom random, double[] out) {
        for (int c = 0; c < out.length; c++) {
            out[c] = Math.sqrt(cell[c]) * random.nextGaussian();
        }
        sampleFaces(random, out, east, 1);
        sampleFaces(random, out, north, nx);
        sampleFaces(random, out, down, layer);
    }

    private static void sampleFaces(SplittableRandom random, double[] out, float[] face, int stride) {
        for (int c = 0; c < out.length - stride; c++) {
            if (face[c] != 0.0f) {
                double g = Math.sqrt(face[c]) * random.nextGaussian();
                out[c] -= g;
                out[c + stride] += g;
            }
        }
    }

    /** Mean weight of each layer. */
    double[] layerWeights() {
        double[] mean = new double[nz];
        for (int k = 0; k < nz; k++) {
            double sum = 0.0;
            for (int c = k * layer; c < (k + 1) * layer; c++) {
                sum += weights[c];
            }
            mean[k] = sum / layer;
        }
        return mean;
    }

    double weight(int cell) {
        return weights[cell];
    }

    RegularMesh mesh() {
        return mesh;
    }

    /**
     * Of a smooth norm whose weights depend on depth alone, for each layer: the coefficients of values, of differences east, of differences north,
     * and of differences to the layer below.
     *
     * @throws IllegalStateException if a layer is uneven
     */
    double[][] layers() {
        double[][] out = new double[4][nz];
        for (int k = 0; k < nz; k++) {
            int first = k * layer;
            for (int c = first; c < first + layer; c++) {
                if (cell[c] != cell[first] || coupling != null) {
                    throw new IllegalStateException("the weights of layer " + k + " are uneven");
                }
            }
            out[0][k] = cell[first];
            out[1][k] = east[first];
            out[2][k] = north[first];
            out[3][k] = down[first];
        }
        return out;
    }

    double smallness() {
        return small;
    }
}
