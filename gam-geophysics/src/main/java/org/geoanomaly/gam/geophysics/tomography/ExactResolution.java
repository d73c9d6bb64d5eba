package org.geoanomaly.gam.geophysics.tomography;

/** Resolution through B = AAᵀ + λ²I = LLᵀ, with A = F S and the dense F = P W G: data × cells numbers, data² × cells products. */
final class ExactResolution {
    /** L⁻¹ F S Sᵀ and L⁻¹ F. */
    private final double[][] smooth;

    private final double[][] plain;

    ExactResolution(TomographySystem system, double damping) {
        int n = system.rows();
        int cells = system.columns();
        plain = dense(system);
        double[][] half = new double[n][cells];
        smooth = new double[n][cells];
        for (int i = 0; i < n; i++) {
            system.prior().applyAdjoint(plain[i], half[i]);
            system.prior().apply(half[i], smooth[i]);
        }
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                b[i][j] = dot(half[i], half[j]) + (i == j ? damping * damping : 0.0);
            }
        }
        cholesky(b);
        forward(b, smooth);
        forward(b, plain);
    }

    private static double[][] dense(TomographySystem system) {
        int n = system.rows();
        double[][] out = new double[n][system.columns()];
        for (int i = 0; i < n; i++) {
            int[] c = system.frechet().columnsOf(i);
            float[] v = system.frechet().valuesOf(i);
            for (int m = 0; m < c.length; m++) {
                out[i][c[m]] = v[m] * system.weight()[i];
            }
        }
        double[] column = new double[n];
        for (int c = 0; c < system.columns(); c++) {
            for (int i = 0; i < n; i++) {
                column[i] = out[i][c];
            }
            system.projection().apply(column);
            for (int i = 0; i < n; i++) {
                out[i][c] = column[i];
            }
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        return org.geoanomaly.gam.geophysics.solver.Vectors.dot(a, b);
    }

    private static void cholesky(double[][] b) {
        for (int j = 0; j < b.length; j++) {
            for (int i = j; i < b.length; i++) {
                double sum = b[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= b[i][k] * b[j][k];
                }
                b[i][j] = i == j ? Math.sqrt(sum) : sum / b[j][j];
            }
        }
    }

    /** rows ← L⁻¹ rows. */
    private static void forward(double[][] l, double[][] rows) {
        for (int i = 0; i < l.length; i++) {
            double[] row = rows[i];
            for (int k = 0; k < i; k++) {
                org.geoanomaly.gam.geophysics.solver.Vectors.add(-l[i][k], rows[k], row);
            }
            for (int c = 0; c < row.length; c++) {
                row[c] /= l[i][i];
            }
        }
    }

    /** diag(S Aᵀ B⁻¹ A Sᵀ). */
    double[] varianceReduction() {
        return columnProducts(smooth, smooth);
    }

    /** diag(S Aᵀ B⁻¹ F). */
    double[] diagonal() {
        return columnProducts(smooth, plain);
    }

    private static double[] columnProducts(double[][] a, double[][] b) {
        double[] out = new double[a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int c = 0; c < out.length; c++) {
                out[c] += a[i][c] * b[i][c];
            }
        }
        return out;
    }
}
