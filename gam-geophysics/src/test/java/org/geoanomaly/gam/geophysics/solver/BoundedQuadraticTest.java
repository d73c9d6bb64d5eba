package org.geoanomaly.gam.geophysics.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bounds by the conditions of Karush, Kuhn and Tucker. */
class BoundedQuadraticTest {
    private static final int N = 60;

    /** BᵀB + ½ I for a random B with fewer rows than columns. */
    private static SymmetricMap matrix(SplittableRandom random) {
        double[][] b = new double[N / 2][N];
        for (double[] row : b) {
            for (int j = 0; j < N; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return (in, out) -> {
            for (int j = 0; j < N; j++) {
                out[j] = 0.5 * in[j];
            }
            for (double[] row : b) {
                Vectors.add(Vectors.dot(row, in), row, out);
            }
        };
    }

    @Test
    void minimum_meets_the_optimality_conditions() {
        SplittableRandom random = new SplittableRandom(1);
        SymmetricMap a = matrix(random);
        double[] b = new double[N];
        for (int i = 0; i < N; i++) {
            b[i] = 10.0 * random.nextGaussian();
        }
        double[] x = new double[N];
        SymmetricMap identity = (in, out) -> System.arraycopy(in, 0, out, 0, N);
        ConjugateGradients.Outcome outcome = new BoundedQuadratic(a, identity, b, -0.3, 0.5)
                .solve(x, new ConjugateGradients.Tolerance(1e-18, 0.0, 5000), 20);
        assertTrue(outcome.converged());
        double[] gradient = new double[N];
        a.apply(x, gradient);
        Vectors.add(-1.0, b, gradient);
        int held = 0;
        for (int i = 0; i < N; i++) {
            if (x[i] == -0.3) {
                assertTrue(gradient[i] >= -1e-7);
                held++;
            } else if (x[i] == 0.5) {
                assertTrue(gradient[i] <= 1e-7);
                held++;
            } else {
                assertTrue(x[i] > -0.3 && x[i] < 0.5);
                assertEquals(0.0, gradient[i], 1e-7);
            }
        }
        assertTrue(held > 5 && held < N - 5, "cells on bounds: " + held);
    }

    @Test
    void conjugate_gradients_end_after_as_many_steps_as_there_are_eigenvalues() {
        // I + 3 e₀e₀ᵀ has two of them
        SymmetricMap a = (in, out) -> {
            System.arraycopy(in, 0, out, 0, N);
            out[0] += 3.0 * in[0];
        };
        double[] b = new double[N];
        Arrays.fill(b, 1.0);
        double[] x = new double[N];
        SymmetricMap identity = (in, out) -> System.arraycopy(in, 0, out, 0, N);
        ConjugateGradients.Outcome outcome =
                ConjugateGradients.solve(a, identity, b, x, new ConjugateGradients.Tolerance(1e-24, 0.0, 50));
        assertEquals(2, outcome.iterations());
        assertEquals(0.25, x[0], 1e-12);
        assertEquals(1.0, x[1], 1e-12);
    }
}
