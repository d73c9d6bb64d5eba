package org.geoanomaly.gam.geophysics.solver;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * A symmetric matrix as A = Q T Qᵀ with tridiagonal T, by Householder reflections (Golub and Van Loan 2013). Afterwards
 * (A + βI)x = b takes as many operations as A has entries, whatever β, and the trace of the inverse is known from the eigenvalues of T. Immutable.
 */
public final class Tridiagonal {
    private static final int ROWS_IN_PART = 32;
    private static final int MAX_SWEEPS = 60;

    private final double[][] reflectors;
    private final double[] diagonal;
    private final double[] beside;

    private Tridiagonal(double[][] reflectors, double[] diagonal, double[] beside) {
        this.reflectors = reflectors;
        this.diagonal = diagonal;
        this.beside = beside;
    }

    /**
     * Reduces a matrix: 2 N³ operations.
     *
     * @param a N rows of N entries, both triangles; overwritten and kept
     */
    public static Tridiagonal of(double[][] a, Parallelism parallel) {
        int n = a.length;
        double[] diagonal = new double[n];
        double[] beside = new double[Math.max(0, n - 1)];
        double[] v = new double[n];
        double[] w = new double[n];
        double[] product = new double[n];
        for (int k = 0; k < n; k++) {
            subtract(a[k], k, v, w, k);
            diagonal[k] = a[k][k];
            if (k == n - 1) {
                break;
            }
            double[] next = reflector(a[k], k + 1, beside, k);
            pass(a, k + 1, new double[][] {v, w, next, product}, parallel);
            double along = 0.0;
            for (int i = k + 1; i < n; i++) {
                along += product[i] * next[i];
            }
            for (int i = k + 1; i < n; i++) {
                w[i] = 2.0 * product[i] - 2.0 * along * next[i];
            }
            System.arraycopy(next, 0, v, 0, n);
            a[k] = next;
        }
        return new Tridiagonal(a, diagonal, beside);
    }

    /** The unit vector whose reflection brings a row's entries from {@code from} on to the first of them; zeros before. */
    private static double[] reflector(double[] row, int from, double[] beside, int k) {
        double square = 0.0;
        for (int i = from; i < row.length; i++) {
            square += row[i] * row[i];
        }
        double[] v = new double[row.length];
        double length = Math.sqrt(square);
        double alpha = row[from] > 0.0 ? -length : length;
        beside[k] = alpha;
        if (length == 0.0) {
            return v;
        }
        System.arraycopy(row, from, v, from, row.length - from);
        v[from] -= alpha;
        double norm = Math.sqrt(square - row[from] * row[from] + v[from] * v[from]);
        for (int i = from; i < v.length; i++) {
            v[i] /= norm;
        }
        return v;
    }

    /** Brings rows up to date and multiplies them with the next reflector in one pass over memory. */
    private static void pass(double[][] a, int from, double[][] vectors, Parallelism parallel) {
        int parts = (a.length - from + ROWS_IN_PART - 1) / ROWS_IN_PART;
        parallel.run(parts, () -> part -> {
            int end = Math.min(a.length, from + (part + 1) * ROWS_IN_PART);
            for (int i = from + part * ROWS_IN_PART; i < end; i++) {
                subtract(a[i], from, vectors[0], vectors[1], i);
                vectors[3][i] = dot(a[i], vectors[2], from);
            }
        });
    }

    private static void subtract(double[] row, int from, double[] v, double[] w, int i) {
        double a = v[i];
        double b = w[i];
        for (int j = from; j < row.length; j++) {
            row[j] -= a * w[j] + b * v[j];
        }
    }

    private static double dot(double[] a, double[] b, int from) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int j = from;
        for (; j + 4 <= a.length; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        for (; j < a.length; j++) {
            s0 += a[j] * b[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    public int size() {
        return diagonal.length;
    }

    /** v ↦ Qᵀv in place. */
    public void toTridiagonal(double[] v) {
        for (int k = 0; k + 1 < v.length; k++) {
            reflect(k, v);
        }
    }

    /** v ↦ Qv in place. */
    public void fromTridiagonal(double[] v) {
        for (int k = v.length - 2; k >= 0; k--) {
            reflect(k, v);
        }
    }

    private void reflect(int k, double[] v) {
        double[] h = reflectors[k];
        double twice = 2.0 * dot(h, v, k + 1);
        for (int i = k + 1; i < v.length; i++) {
            v[i] -= twice * h[i];
        }
    }

    /** Solves (T + βI) x = b in place; T + βI must be positive definite. */
    public void solveShifted(double beta, double[] b) {
        int n = b.length;
        double[] pivot = new double[n];
        for (int k = 0; k < n; k++) {
            double factor = k == 0 ? 0.0 : beside[k - 1] / pivot[k - 1];
            pivot[k] = diagonal[k] + beta - (k == 0 ? 0.0 : factor * beside[k - 1]);
            b[k] -= k == 0 ? 0.0 : factor * b[k - 1];
        }
        for (int k = n - 1; k >= 0; k--) {
            b[k] = (b[k] - (k + 1 < n ? beside[k] * b[k + 1] : 0.0)) / pivot[k];
        }
    }

    /** Eigenvalues in no order, by implicit QL steps (Golub and Van Loan 2013). */
    public double[] eigenvalues() {
        int n = diagonal.length;
        double[] d = diagonal.clone();
        double[] e = Arrays.copyOf(beside, n);
        for (int l = 0; l < n; l++) {
            int sweep = 0;
            int m = split(d, e, l);
            while (m != l && sweep < MAX_SWEEPS) {
                step(d, e, l, m);
                sweep++;
                m = split(d, e, l);
            }
        }
        return d;
    }

    private static int split(double[] d, double[] e, int l) {
        int m = l;
        while (m < d.length - 1 && Math.abs(e[m]) > 1e-15 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) {
            m++;
        }
        return m;
    }

    private static void step(double[] d, double[] e, int l, int m) {
        double g = (d[l + 1] - d[l]) / (2.0 * e[l]);
        double r = Math.hypot(g, 1.0);
        g = d[m] - d[l] + e[l] / (g + Math.copySign(r, g));
        double s = 1.0;
        double c = 1.0;
        double p = 0.0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            r = Math.hypot(f, g);
            e[i + 1] = r;
            if (r == 0.0) {
                d[i + 1] -= p;
                e[m] = 0.0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2.0 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0.0;
    }
}
