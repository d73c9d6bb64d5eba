package org.geoanomaly.gam.geophysics.operator;

import java.util.Arrays;

/**
 * The sensitivity matrix computed anew in every product, in double precision: no storage but a few models' worth of sums. For scattered or draped data
 * when a dense matrix does not fit.
 */
public final class OnTheFlyOperator implements LinearOperator {
    private static final int BLOCKS = 16;

    private final RegularMesh mesh;
    private final ObservationPoints points;
    private final FieldKernel kernel;
    private final Parallelism parallel;

    public OnTheFlyOperator(RegularMesh mesh, ObservationPoints points, FieldKernel kernel, Parallelism parallel) {
        this.mesh = mesh;
        this.points = points;
        this.kernel = kernel;
        this.parallel = parallel;
    }

    @Override
    public int rows() {
        return points.size();
    }

    @Override
    public int columns() {
        return mesh.cells();
    }

    @Override
    public void apply(double[] model, double[] data) {
        requireLengths(model, data);
        parallel.run(rows(), () -> {
            RowKernel rows = RowKernel.of(mesh, kernel);
            double[] row = new double[columns()];
            return i -> {
                rows.fill(points.easting(i), points.northing(i), points.height(i), row);
                data[i] = dot(row, model);
            };
        });
    }

    /** Four running sums, so that additions overlap. */
    private static double dot(double[] row, double[] model) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int j = 0;
        for (; j + 4 <= row.length; j += 4) {
            s0 += row[j] * model[j];
            s1 += row[j + 1] * model[j + 1];
            s2 += row[j + 2] * model[j + 2];
            s3 += row[j + 3] * model[j + 3];
        }
        for (; j < row.length; j++) {
            s0 += row[j] * model[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        requireLengths(model, data);
        accumulate(model, (i, row, sum) -> {
            double d = data[i];
            for (int j = 0; j < row.length; j++) {
                sum[j] += d * row[j];
            }
        });
    }

    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        requireLengths(diagonal, weights);
        accumulate(diagonal, (i, row, sum) -> {
            double w = weights[i];
            for (int j = 0; j < row.length; j++) {
                sum[j] += w * row[j] * row[j];
            }
        });
    }

    private interface RowSum {
        void add(int observation, double[] row, double[] sum);
    }

    /** Sums over observations in a fixed number of blocks, added up in order: the same bits for any number of threads. */
    private void accumulate(double[] out, RowSum body) {
        int blocks = Math.min(BLOCKS, rows());
        double[][] partial = new double[blocks][];
        parallel.run(blocks, () -> {
            RowKernel rows = RowKernel.of(mesh, kernel);
            double[] row = new double[columns()];
            return block -> {
                double[] sum = new double[columns()];
                int end = (int) ((block + 1L) * rows() / blocks);
                for (int i = (int) ((long) block * rows() / blocks); i < end; i++) {
                    rows.fill(points.easting(i), points.northing(i), points.height(i), row);
                    body.add(i, row, sum);
                }
                partial[block] = sum;
            };
        });
        Arrays.fill(out, 0.0);
        for (double[] sum : partial) {
            for (int j = 0; j < out.length; j++) {
                out[j] += sum[j];
            }
        }
    }
}
