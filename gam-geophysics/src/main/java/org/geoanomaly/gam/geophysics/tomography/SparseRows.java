package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * A sparse matrix by rows: for each entry a column of four bytes and a value of four bytes; sums in double precision. The adjoint adds a fixed
 * number of blocks of rows in a fixed order, whatever the number of threads.
 */
public final class SparseRows implements LinearOperator {
    private static final int BLOCKS = 8;
    private static final int PART = 256;
    private static final int CELLS = 8192;

    private final int columns;
    private final int[][] column;
    private final float[][] value;
    private final Parallelism parallel;

    /**
     * A matrix; the arrays are taken over.
     *
     * @param column of each entry, for each row
     * @param value of each entry
     */
    SparseRows(int columns, int[][] column, float[][] value, Parallelism parallel) {
        this.columns = columns;
        this.column = column;
        this.value = value;
        this.parallel = parallel;
    }

    @Override
    public int rows() {
        return value.length;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** Number of entries. */
    public long entries() {
        long sum = 0;
        for (float[] row : value) {
            sum += row.length;
        }
        return sum;
    }

    /** Columns of the entries of a row, ascending; not a copy. */
    int[] columnsOf(int row) {
        return column[row];
    }

    float[] valuesOf(int row) {
        return value[row];
    }

    @Override
    public void apply(double[] model, double[] data) {
        requireLengths(model, data);
        int parts = (rows() + PART - 1) / PART;
        parallel.run(parts, () -> part -> {
            int end = Math.min(rows(), (part + 1) * PART);
            for (int i = part * PART; i < end; i++) {
                int[] c = column[i];
                float[] v = value[i];
                double sum = 0.0;
                for (int n = 0; n < v.length; n++) {
                    sum += v[n] * model[c[n]];
                }
                data[i] = sum;
            }
        });
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        requireLengths(model, data);
        double[][] sums = new double[BLOCKS][];
        parallel.run(BLOCKS, () -> block -> {
            double[] sum = new double[columns];
            int end = (int) ((long) rows() * (block + 1) / BLOCKS);
            for (int i = (int) ((long) rows() * block / BLOCKS); i < end; i++) {
                int[] c = column[i];
                float[] v = value[i];
                double d = data[i];
                for (int n = 0; n < v.length; n++) {
                    sum[c[n]] += v[n] * d;
                }
            }
            sums[block] = sum;
        });
        parallel.run((columns + CELLS - 1) / CELLS, () -> part -> {
            int from = part * CELLS;
            int to = Math.min(columns, from + CELLS);
            System.arraycopy(sums[0], from, model, from, to - from);
            for (int block = 1; block < BLOCKS; block++) {
                double[] sum = sums[block];
                for (int c = from; c < to; c++) {
                    model[c] += sum[c];
                }
            }
        });
    }

    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        requireLengths(diagonal, weights);
        Arrays.fill(diagonal, 0.0);
        for (int i = 0; i < rows(); i++) {
            for (int n = 0; n < value[i].length; n++) {
                double v = value[i][n];
                diagonal[column[i][n]] += weights[i] * v * v;
            }
        }
    }
}
