package org.geoanomaly.gam.geophysics.solver;

import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.LinearOperator;

/** A matrix written out, for tests. */
final class DenseMatrix implements LinearOperator {
    private final double[][] rows;

    DenseMatrix(double[]... rows) {
        this.rows = rows;
    }

    static DenseMatrix random(int rows, int columns, SplittableRandom random) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return new DenseMatrix(values);
    }

    @Override
    public int rows() {
        return rows.length;
    }

    @Override
    public int columns() {
        return rows[0].length;
    }

    @Override
    public void apply(double[] model, double[] data) {
        for (int i = 0; i < rows.length; i++) {
            data[i] = Vectors.dot(rows[i], model);
        }
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        java.util.Arrays.fill(model, 0.0);
        for (int i = 0; i < rows.length; i++) {
            Vectors.add(data[i], rows[i], model);
        }
    }

    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        java.util.Arrays.fill(diagonal, 0.0);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < diagonal.length; j++) {
                diagonal[j] += weights[i] * rows[i][j] * rows[i][j];
            }
        }
    }

    /** (AᵀA + damping² I)⁻¹Aᵀb by Gaussian elimination with pivots. */
    double[] normalEquations(double[] b, double damping) {
        int n = columns();
        double[][] m = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (double[] row : rows) {
                    m[i][j] += row[i] * row[j];
                }
            }
            m[i][i] += damping * damping;
            for (int r = 0; r < rows.length; r++) {
                m[i][n] += rows[r][i] * b[r];
            }
        }
        for (int p = 0; p < n; p++) {
            int best = p;
            for (int i = p + 1; i < n; i++) {
                best = Math.abs(m[i][p]) > Math.abs(m[best][p]) ? i : best;
            }
            double[] row = m[best];
            m[best] = m[p];
            m[p] = row;
            for (int i = 0; i < n; i++) {
                if (i != p) {
                    Vectors.add(-m[i][p] / row[p], row, m[i]);
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = m[i][n] / m[i][i];
        }
        return x;
    }
}
