package org.geoanomaly.gam.geophysics.operator;

import java.util.Arrays;

/**
 * The sensitivity matrix in memory, four bytes for each entry, sums in double precision. For scattered or draped data when rows × columns × 4
 * bytes fit.
 */
public final class DenseOperator implements LinearOperator {
    private static final int ROWS_IN_PART = 16;
    private static final int TILE = 2048;

    private final float[][] matrix;
    private final int columns;
    private final Parallelism parallel;

    private DenseOperator(float[][] matrix, int columns, Parallelism parallel) {
        this.matrix = matrix;
        this.columns = columns;
        this.parallel = parallel;
    }

    /** Computes all rows. */
    public static DenseOperator of(
            RegularMesh mesh, ObservationPoints points, FieldKernel kernel, Parallelism parallel) {
        int columns = mesh.cells();
        float[][] matrix = new float[points.size()][];
        parallel.run(parts(points.size(), ROWS_IN_PART), () -> {
            RowKernel rows = RowKernel.of(mesh, kernel);
            double[] buffer = new double[columns];
            return part -> {
                int end = Math.min(points.size(), (part + 1) * ROWS_IN_PART);
                for (int i = part * ROWS_IN_PART; i < end; i++) {
                    rows.fill(points.easting(i), points.northing(i), points.height(i), buffer);
                    matrix[i] = narrow(buffer);
                }
            };
        });
        return new DenseOperator(matrix, columns, parallel);
    }

    /**
     * A matrix that is there already.
     *
     * @param matrix rows of equal length, taken over
     */
    public static DenseOperator of(float[][] matrix, int columns, Parallelism parallel) {
        for (float[] row : matrix) {
            if (row.length != columns) {
                throw new IllegalArgumentException("a row of " + columns + " columns has " + row.length + " values");
            }
        }
        return new DenseOperator(matrix, columns, parallel);
    }

    /** Bytes that the matrix takes. */
    public static long bytes(RegularMesh mesh, int observations) {
        return 4L * mesh.cells() * observations;
    }

    @Override
    public int rows() {
        return matrix.length;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** The entry G_ij. */
    public float get(int row, int column) {
        return matrix[row][column];
    }

    @Override
    public void apply(double[] model, double[] data) {
        requireLengths(model, data);
        parallel.run(parts(rows(), ROWS_IN_PART), () -> part -> {
            int from = part * ROWS_IN_PART;
            int end = Math.min(rows(), from + ROWS_IN_PART);
            Arrays.fill(data, from, end, 0.0);
            for (int tile = 0; tile < columns; tile += TILE) {
                int to = Math.min(columns, tile + TILE);
                for (int i = from; i < end; i++) {
                    data[i] += dot(matrix[i], model, tile, to);
                }
            }
        });
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        requireLengths(model, data);
        parallel.run(parts(columns, TILE), () -> part -> {
            int from = part * TILE;
            int to = Math.min(columns, from + TILE);
            Arrays.fill(model, from, to, 0.0);
            int i = 0;
            for (; i + 4 <= matrix.length; i += 4) {
                addFour(i, data, model, from, to);
            }
            for (; i < matrix.length; i++) {
                addScaled(matrix[i], data[i], model, from, to);
            }
        });
    }

    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        requireLengths(diagonal, weights);
        parallel.run(parts(columns, TILE), () -> part -> {
            int from = part * TILE;
            int to = Math.min(columns, from + TILE);
            Arrays.fill(diagonal, from, to, 0.0);
            for (int i = 0; i < matrix.length; i++) {
                float[] row = matrix[i];
                double w = weights[i];
                for (int j = from; j < to; j++) {
                    double g = row[j];
                    diagonal[j] += w * g * g;
                }
            }
        });
    }

    private void addFour(int i, double[] data, double[] model, int from, int to) {
        float[] r0 = matrix[i];
        float[] r1 = matrix[i + 1];
        float[] r2 = matrix[i + 2];
        float[] r3 = matrix[i + 3];
        double d0 = data[i];
        double d1 = data[i + 1];
        double d2 = data[i + 2];
        double d3 = data[i + 3];
        for (int j = from; j < to; j++) {
            model[j] += (d0 * r0[j] + d1 * r1[j]) + (d2 * r2[j] + d3 * r3[j]);
        }
    }

    private static void addScaled(float[] row, double factor, double[] model, int from, int to) {
        for (int j = from; j < to; j++) {
            model[j] += factor * row[j];
        }
    }

    /** Eight running sums, so that additions overlap. */
    private static double dot(float[] row, double[] model, int from, int to) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        double s4 = 0.0;
        double s5 = 0.0;
        double s6 = 0.0;
        double s7 = 0.0;
        int j = from;
        for (; j + 8 <= to; j += 8) {
            s0 += row[j] * model[j];
            s1 += row[j + 1] * model[j + 1];
            s2 += row[j + 2] * model[j + 2];
            s3 += row[j + 3] * model[j + 3];
            s4 += row[j + 4] * model[j + 4];
            s5 += row[j + 5] * model[j + 5];
            s6 += row[j + 6] * model[j + 6];
            s7 += row[j + 7] * model[j + 7];
        }
        for (; j < to; j++) {
            s0 += row[j] * model[j];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    private static float[] narrow(double[] values) {
        float[] row = new float[values.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = (float) values[j];
        }
        return row;
    }

    static int parts(int items, int size) {
        return (items + size - 1) / size;
    }
}
