package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/** FFᵀ of a matrix with many more columns than rows, four bytes an entry. */
final class GramMatrix {
    /** Rows side by side: one vector of partial sums. */
    private static final int WIDTH = 256;

    /** Columns whose products are summed in single precision: what rounding does to so few is lost in the sum over all columns. */
    private static final int DEPTH = 32;

    /** Part of the trace that columns left out may make up: less than single precision does to the entries. */
    private static final double NEGLIGIBLE = 1e-10;

    private GramMatrix() {}

    /**
     * All inner products of rows. Columns next to nothing, such as short waves in deep layers, are left out.
     *
     * @param going asked once in a while; throws to stop
     */
    static double[][] of(float[][] f, Parallelism parallel, Runnable going) {
        int n = f.length;
        int[] columns = columns(f, parallel);
        double[][] gram = new double[n][n];
        int parts = (n + WIDTH - 1) / WIDTH;
        parallel.run(parts, () -> {
            float[] packed = new float[WIDTH * DEPTH];
            float[] sums = new float[WIDTH];
            return part -> {
                int from = part * WIDTH;
                int width = Math.min(WIDTH, n - from);
                for (int c = 0; c < columns.length; c += DEPTH) {
                    going.run();
                    int depth = Math.min(DEPTH, columns.length - c);
                    pack(f, from, width, columns, c, depth, packed);
                    for (int i = from; i < n; i++) {
                        Arrays.fill(sums, 0.0f);
                        multiply(f[i], columns, c, depth, packed, sums);
                        double[] row = gram[i];
                        for (int j = 0; j < width; j++) {
                            row[from + j] += sums[j];
                        }
                    }
                }
            };
        });
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                gram[i][j] = gram[j][i];
            }
        }
        return gram;
    }

    private static void pack(float[][] f, int from, int width, int[] columns, int first, int depth, float[] packed) {
        Arrays.fill(packed, 0.0f);
        for (int j = 0; j < width; j++) {
            float[] row = f[from + j];
            for (int c = 0; c < depth; c++) {
                packed[c * WIDTH + j] = row[columns[first + c]];
            }
        }
    }

    private static void multiply(float[] row, int[] columns, int first, int depth, float[] packed, float[] sums) {
        int width = sums.length;
        int c = 0;
        for (; c + 4 <= depth; c += 4) {
            int at = first + c;
            four(row, columns, at, packed, c * width, sums, width);
        }
        for (; c < depth; c++) {
            float f = row[columns[first + c]];
            for (int j = 0; j < width; j++) {
                sums[j] += f * packed[c * width + j];
            }
        }
    }

    /** The width is no constant here, for loops of few and known turns are unrolled instead of made vectors. */
    private static void four(float[] row, int[] columns, int at, float[] packed, int from, float[] sums, int width) {
        float f0 = row[columns[at]];
        float f1 = row[columns[at + 1]];
        float f2 = row[columns[at + 2]];
        float f3 = row[columns[at + 3]];
        int p1 = from + width;
        int p2 = p1 + width;
        int p3 = p2 + width;
        for (int j = 0; j < width; j++) {
            sums[j] += (f0 * packed[from + j] + f1 * packed[p1 + j]) + (f2 * packed[p2 + j] + f3 * packed[p3 + j]);
        }
    }

    /** The columns that count, in order. */
    private static int[] columns(float[][] f, Parallelism parallel) {
        int all = f.length == 0 ? 0 : f[0].length;
        double[] energy = new double[all];
        double[] one = new double[f.length];
        Arrays.fill(one, 1.0);
        DenseOperator.of(f, all, parallel).normalDiagonal(one, energy);
        double[] sorted = energy.clone();
        Arrays.sort(sorted);
        double trace = Arrays.stream(sorted).sum();
        double left = 0.0;
        double least = 0.0;
        for (int c = 0; c < all && left + sorted[c] <= NEGLIGIBLE * trace; c++) {
            left += sorted[c];
            least = sorted[c];
        }
        double limit = least;
        return IntStream.range(0, all).filter(c -> energy[c] > limit).toArray();
    }

    /** data = F z. */
    static void apply(float[][] f, double[] z, double[] data, Parallelism parallel) {
        DenseOperator.of(f, z.length, parallel).apply(z, data);
    }

    /** z = Fᵀ data. */
    static void applyAdjoint(float[][] f, double[] data, double[] z, Parallelism parallel) {
        DenseOperator.of(f, z.length, parallel).applyAdjoint(data, z);
    }
}
