package org.geoanomaly.gam.geophysics.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Small systems with known answers, the matrices drawn in the comments. */
class LsqrTest {
    private static final Lsqr.Tolerance TIGHT = new Lsqr.Tolerance(1e-13, 1e-13, 500);

    private static double[] solve(DenseMatrix a, double[] b, double damping) {
        double[] x = new double[a.columns()];
        Lsqr.solve(a, b, damping, x, TIGHT);
        return x;
    }

    @Test
    void determined_system_is_solved() {
        // | 1 2 0 |   | 1 |   |  5 |
        // | 0 1 4 | * | 2 | = | 14 |
        // | 2 0 3 |   | 3 |   | 11 |
        DenseMatrix a = new DenseMatrix(new double[] {1, 2, 0}, new double[] {0, 1, 4}, new double[] {2, 0, 3});
        assertArrayEquals(new double[] {1, 2, 3}, solve(a, new double[] {5, 14, 11}, 0), 1e-10);
    }

    @Test
    void overdetermined_consistent_system_is_solved() {
        // | 1 0 |         | 3 |
        // | 0 1 | | 3 |   | 5 |
        // | 1 1 | | 5 | = | 8 |
        // | 1 2 |         |13 |
        DenseMatrix a =
                new DenseMatrix(new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 1}, new double[] {1, 2});
        double[] x = new double[2];
        Lsqr.Outcome outcome = Lsqr.solve(a, new double[] {3, 5, 8, 13}, 0, x, TIGHT);
        assertArrayEquals(new double[] {3, 5}, x, 1e-10);
        assertEquals(Lsqr.Stop.COMPATIBLE, outcome.stop());
        assertEquals(0, outcome.residual(), 1e-10);
    }

    @Test
    void contradictory_measurements_are_averaged() {
        // | 1 |         | 1 |
        // | 1 | | x | = | 2 |   x = 3, residual √(4 + 1 + 9)
        // | 1 |         | 6 |
        DenseMatrix a = new DenseMatrix(new double[] {1}, new double[] {1}, new double[] {1});
        double[] x = new double[1];
        Lsqr.Outcome outcome = Lsqr.solve(a, new double[] {1, 2, 6}, 0, x, TIGHT);
        assertEquals(3, x[0], 1e-12);
        assertEquals(Math.sqrt(14), outcome.residual(), 1e-12);
    }

    @Test
    void underdetermined_system_gets_its_shortest_solution() {
        // | 1 1 0 0 |       | 2 |   shortest: (1, 1, 3, 3)
        // | 0 0 1 1 | x  =  | 6 |
        DenseMatrix a = new DenseMatrix(new double[] {1, 1, 0, 0}, new double[] {0, 0, 1, 1});
        assertArrayEquals(new double[] {1, 1, 3, 3}, solve(a, new double[] {2, 6}, 0), 1e-12);
    }

    @Test
    void damping_equals_the_normal_equations() {
        SplittableRandom random = new SplittableRandom(3);
        for (int[] shape : new int[][] {{30, 12}, {12, 30}, {20, 20}}) {
            DenseMatrix a = DenseMatrix.random(shape[0], shape[1], random);
            double[] b = random.doubles(shape[0], -1, 1).toArray();
            for (double damping : new double[] {0.1, 1, 10}) {
                assertArrayEquals(a.normalEquations(b, damping), solve(a, b, damping), 1e-9);
            }
        }
    }

    @Test
    void estimates_of_residual_and_gradient_are_those_of_the_answer() {
        SplittableRandom random = new SplittableRandom(4);
        DenseMatrix a = DenseMatrix.random(40, 25, random);
        double[] b = random.doubles(40, -1, 1).toArray();
        double[] x = new double[25];
        Lsqr.Outcome outcome = Lsqr.solve(a, b, 0.7, x, new Lsqr.Tolerance(0, 0, 6));
        double[] r = new double[40];
        a.apply(x, r);
        Vectors.scaleAndAdd(-1.0, r, b);
        double[] gradient = new double[25];
        a.applyAdjoint(r, gradient);
        Vectors.add(-0.49, x, gradient);
        assertEquals(Math.sqrt(Vectors.dot(r, r) + 0.49 * Vectors.dot(x, x)), outcome.residual(), 1e-10);
        assertEquals(Math.sqrt(Vectors.dot(gradient, gradient)), outcome.gradient(), 1e-10);
        assertEquals(Lsqr.Stop.ITERATIONS, outcome.stop());
    }

    @Test
    void nothing_to_explain_is_answered_by_zero() {
        DenseMatrix a = new DenseMatrix(new double[] {1, 2}, new double[] {3, 4});
        double[] x = {7, 7};
        assertEquals(Lsqr.Stop.ZERO, Lsqr.solve(a, new double[2], 0, x, TIGHT).stop());
        assertArrayEquals(new double[2], x);
        DenseMatrix orthogonal = new DenseMatrix(new double[] {1, 0}, new double[] {0, 0});
        assertEquals(
                Lsqr.Stop.ZERO,
                Lsqr.solve(orthogonal, new double[] {0, 1}, 0, x, TIGHT).stop());
    }

    @Test
    void wrong_lengths_are_refused() {
        DenseMatrix a = new DenseMatrix(new double[] {1, 2}, new double[] {3, 4});
        assertThrows(IllegalArgumentException.class, () -> Lsqr.solve(a, new double[3], 0, new double[2], TIGHT));
        assertThrows(IllegalArgumentException.class, () -> Lsqr.solve(a, new double[2], -1, new double[2], TIGHT));
    }

    @Test
    void path_finds_the_damping_that_gives_a_residual() {
        SplittableRandom random = new SplittableRandom(5);
        DenseMatrix a = DenseMatrix.random(50, 80, random);
        double[] b = random.doubles(50, -1, 1).toArray();
        double wanted = 0.3 * Math.sqrt(Vectors.dot(b, b));
        double[] x = new double[80];
        DampingPath.Choice choice =
                DampingPath.solve(a, b, new DampingPath.Goal(wanted, 1e-3, 1e4), x, new Lsqr.Tolerance(1e-7, 0, 200));
        assertEquals(wanted, choice.residual(), 1e-6);
        assertArrayEquals(solve(a, b, choice.damping()), x, 1e-5);
        double[] r = new double[50];
        a.apply(x, r);
        Vectors.scaleAndAdd(-1.0, r, b);
        assertEquals(wanted, Math.sqrt(Vectors.dot(r, r)), 1e-5);
    }

    @Test
    void path_stays_within_the_limits_of_the_damping() {
        DenseMatrix a = DenseMatrix.random(20, 10, new SplittableRandom(6));
        double[] b = new SplittableRandom(7).doubles(20, -1, 1).toArray();
        double[] x = new double[10];
        Lsqr.Tolerance tolerance = new Lsqr.Tolerance(1e-10, 0, 100);
        DampingPath.Choice choice = DampingPath.solve(a, b, new DampingPath.Goal(0, 0.5, 100), x, tolerance);
        assertEquals(0.5, choice.damping());
        assertTrue(choice.residual() > 0);
        assertArrayEquals(a.normalEquations(b, 0.5), x, 1e-5);
    }
}
