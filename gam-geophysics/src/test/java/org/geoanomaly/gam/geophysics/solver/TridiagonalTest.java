package org.geoanomaly.gam.geophysics.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.junit.jupiter.api.Test;

/** The reduction by what it must leave unchanged. */
class TridiagonalTest {
    private static double[][] symmetric(int n, int rank) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] f = new double[n][rank];
        for (double[] row : f) {
            Arrays.setAll(row, c -> random.nextGaussian());
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int c = 0; c < rank; c++) {
                    a[i][j] += f[i][c] * f[j][c];
                }
            }
        }
        return a;
    }

    private static double[] product(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> Vectors.dot(row, x)).toArray();
    }

    @Test
    void shifted_systems_are_solved() {
        for (int n : new int[] {1, 2, 3, 70}) {
            double[][] a = symmetric(n, Math.max(1, n / 2));
            SplittableRandom random = new SplittableRandom(4);
            double[] x = new double[n];
            Arrays.setAll(x, i -> random.nextGaussian());
            double[] b = product(a, x);
            Arrays.setAll(b, i -> b[i] + 0.3 * x[i]);
            Tridiagonal t = Tridiagonal.of(a, Parallelism.sequential());
            t.toTridiagonal(b);
            t.solveShifted(0.3, b);
            t.fromTridiagonal(b);
            assertArrayEquals(x, b, 1e-9);
        }
    }

    @Test
    void eigenvalues_keep_trace_and_squares_and_rank() {
        int n = 40;
        double[][] a = symmetric(n, 25);
        double trace = IntStream.range(0, n).mapToDouble(i -> a[i][i]).sum();
        double squares = Arrays.stream(a).mapToDouble(r -> Vectors.dot(r, r)).sum();
        double[] eigenvalues = Tridiagonal.of(a, Parallelism.sequential()).eigenvalues();
        assertEquals(trace, Arrays.stream(eigenvalues).sum(), 1e-10 * trace);
        assertEquals(squares, Arrays.stream(eigenvalues).map(v -> v * v).sum(), 1e-10 * squares);
        assertEquals(
                15,
                Arrays.stream(eigenvalues)
                        .filter(v -> Math.abs(v) < 1e-9 * trace)
                        .count());
    }
}
