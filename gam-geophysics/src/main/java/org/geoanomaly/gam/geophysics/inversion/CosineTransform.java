package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * The orthonormal cosine transform (DCT-II) of every layer of a model, east and north, by its matrix: any size, no set-up worth mention, and
 * loops over neighbours in memory. Sums and differences of mirrored elements halve the work.
 */
final class CosineTransform {
    private final int nx;
    private final int ny;
    private final double[] matrixX;
    private final double[] matrixY;

    CosineTransform(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        this.matrixX = matrix(nx);
        this.matrixY = nx == ny ? matrixX : matrix(ny);
    }

    /** Entry (wave number p, element i) at {@code p * n + i}. */
    private static double[] matrix(int n) {
        double[] m = new double[n * n];
        for (int p = 0; p < n; p++) {
            double norm = Math.sqrt((p == 0 ? 1.0 : 2.0) / n);
            for (int i = 0; i < n; i++) {
                m[p * n + i] = norm * Math.cos(Math.PI * p * (2.0 * i + 1.0) / (2.0 * n));
            }
        }
        return m;
    }

    /** Transforms all layers. */
    void forward(double[] in, double[] out, Parallelism parallel) {
        int layer = nx * ny;
        parallel.run(in.length / layer, () -> {
            double[] stage = new double[layer];
            double[] fold = new double[Math.max(nx, layer)];
            return k -> {
                north(in, k * layer, stage, fold);
                for (int q = 0; q < ny; q++) {
                    eastRow(stage, q * nx, out, k * layer + q * nx, fold);
                }
            };
        });
    }

    /** The inverse of {@link #forward}, which is its transpose. */
    void inverse(double[] in, double[] out, Parallelism parallel) {
        int layer = nx * ny;
        parallel.run(in.length / layer, () -> {
            double[] stage = new double[layer];
            return k -> {
                Arrays.fill(stage, 0.0);
                for (int q = 0; q < ny; q++) {
                    for (int p = 0; p < nx; p++) {
                        axpy(in[k * layer + q * nx + p], matrixX, p * nx, stage, q * nx, nx);
                    }
                }
                Arrays.fill(out, k * layer, (k + 1) * layer, 0.0);
                for (int q = 0; q < ny; q++) {
                    for (int j = 0; j < ny; j++) {
                        axpy(matrixY[q * ny + j], stage, q * nx, out, k * layer + j * nx, nx);
                    }
                }
            };
        });
    }

    /** out(q, ·) = Σ_j C(q, j) in(j, ·), rows as vectors. */
    private void north(double[] in, int from, double[] out, double[] fold) {
        int half = ny / 2;
        for (int j = 0; j < half; j++) {
            int a = from + j * nx;
            int b = from + (ny - 1 - j) * nx;
            for (int i = 0; i < nx; i++) {
                fold[j * nx + i] = in[a + i] + in[b + i];
                fold[(ny - 1 - j) * nx + i] = in[a + i] - in[b + i];
            }
        }
        if (ny % 2 == 1) {
            System.arraycopy(in, from + half * nx, fold, half * nx, nx);
        }
        for (int q = 0; q < ny; q++) {
            int to = q * nx;
            Arrays.fill(out, to, to + nx, 0.0);
            for (int j = 0; j < half; j++) {
                axpy(matrixY[q * ny + j], fold, q % 2 == 0 ? j * nx : (ny - 1 - j) * nx, out, to, nx);
            }
            if (ny % 2 == 1) {
                axpy(matrixY[q * ny + half], fold, half * nx, out, to, nx);
            }
        }
    }

    private static void axpy(double factor, double[] x, int fromX, double[] y, int fromY, int n) {
        for (int i = 0; i < n; i++) {
            y[fromY + i] += factor * x[fromX + i];
        }
    }

    private void eastRow(double[] in, int from, double[] out, int to, double[] fold) {
        int half = nx / 2;
        for (int i = 0; i < half; i++) {
            fold[i] = in[from + i] + in[from + nx - 1 - i];
            fold[half + i] = in[from + i] - in[from + nx - 1 - i];
        }
        double middle = nx % 2 == 1 ? in[from + half] : 0.0;
        for (int p = 0; p < nx; p++) {
            int row = p * nx;
            int f = p % 2 == 0 ? 0 : half;
            double s0 = nx % 2 == 1 ? matrixX[row + half] * middle : 0.0;
            double s1 = 0.0;
            double s2 = 0.0;
            double s3 = 0.0;
            int i = 0;
            for (; i + 4 <= half; i += 4) {
                s0 += matrixX[row + i] * fold[f + i];
                s1 += matrixX[row + i + 1] * fold[f + i + 1];
                s2 += matrixX[row + i + 2] * fold[f + i + 2];
                s3 += matrixX[row + i + 3] * fold[f + i + 3];
            }
            for (; i < half; i++) {
                s0 += matrixX[row + i] * fold[f + i];
            }
            out[to + p] = (s0 + s1) + (s2 + s3);
        }
    }
}
