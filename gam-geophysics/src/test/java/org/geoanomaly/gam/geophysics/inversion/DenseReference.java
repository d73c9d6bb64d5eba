package org.geoanomaly.gam.geophysics.inversion;

import org.geoanomaly.gam.geophysics.operator.LinearOperator;
import org.geoanomaly.gam.geophysics.solver.SymmetricMap;

/** Small matrices written out and inverted by elimination: the plain way to the same answers. */
final class DenseReference {
    private DenseReference() {}

    static double[][] of(SymmetricMap map, int n) {
        double[][] a = new double[n][n];
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            unit[j] = 1.0;
            map.apply(unit, column);
            unit[j] = 0.0;
            for (int i = 0; i < n; i++) {
                a[i][j] = column[i];
            }
        }
        return a;
    }

    static double[] backProjected(LinearOperator g, double[] weights, double[] data) {
        double[] weighted = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            weighted[i] = weights[i] * data[i];
        }
        double[] out = new double[g.columns()];
        g.applyAdjoint(weighted, out);
        return out;
    }

    /** Gauss–Jordan with pivots from the diagonal, which suits positive definite matrices. */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            b[i][i] = 1.0;
        }
        for (int p = 0; p < n; p++) {
            double f = 1.0 / a[p][p];
            for (int j = 0; j < n; j++) {
                a[p][j] *= f;
                b[p][j] *= f;
            }
            for (int i = 0; i < n; i++) {
                double g = a[i][p];
                if (i != p && g != 0.0) {
                    for (int j = 0; j < n; j++) {
                        a[i][j] -= g * a[p][j];
                        b[i][j] -= g * b[p][j];
                    }
                }
            }
        }
        return b;
    }

    static double[] product(double[][] a, double[] x) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < x.length; j++) {
                out[i] += a[i][j] * x[j];
            }
        }
        return out;
    }
}
