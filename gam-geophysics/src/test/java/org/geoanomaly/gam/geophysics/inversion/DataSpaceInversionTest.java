package org.geoanomaly.gam.geophysics.inversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.junit.jupiter.api.Test;

/** The solution for the data against the one for the cells, and against inverses written out. */
class DataSpaceInversionTest {
    private static final RegularMesh MESH = RegularMesh.of(
            new double[] {0, 0, 0}, 11, 8, new double[] {100, 120}, new double[] {60, 80, 110, 150, 200});
    private static final int DATA = 90;
    private static final double HEIGHT = 20;
    private static final double NOISE = 0.02;
    private static final InversionSettings SETTINGS =
            new InversionSettings(Norms.SMOOTH, Bounds.NONE, new Weighting.Depth(2.0), 1.0, 0.5, 30);

    /** Whitened rows. */
    private static float[][] matrix() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] place = new double[3][DATA];
        for (int i = 0; i < DATA; i++) {
            place[0][i] = 1100 * random.nextDouble();
            place[1][i] = 960 * random.nextDouble();
            place[2][i] = HEIGHT;
        }
        DenseOperator operator = DenseOperator.of(
                MESH, new ObservationPoints(place[0], place[1], place[2]), FieldKernel.gz(), Parallelism.sequential());
        float[][] rows = new float[DATA][MESH.cells()];
        for (int i = 0; i < DATA; i++) {
            for (int c = 0; c < MESH.cells(); c++) {
                rows[i][c] = (float) (operator.get(i, c) / NOISE);
            }
        }
        return rows;
    }

    private static double[] observed(float[][] matrix) {
        double[] model = new double[MESH.cells()];
        for (int c = 0; c < model.length; c++) {
            int i = c % 11;
            int k = c / 88;
            model[c] = i >= 4 && i <= 6 && k >= 1 && k <= 2 ? 400 : 0;
        }
        double[] data = new double[DATA];
        DenseOperator.of(matrix, MESH.cells(), Parallelism.sequential()).apply(model, data);
        SplittableRandom random = new SplittableRandom(12);
        Arrays.setAll(data, i -> data[i] + random.nextGaussian());
        return data;
    }

    private static DataSpaceInversion dual(double[] observed) {
        return new DataSpaceInversion(
                MESH, matrix(), observed, HEIGHT, SETTINGS, InversionMonitor.SILENT, Parallelism.sequential());
    }

    private static NormalSystem system() {
        DenseOperator operator = DenseOperator.of(matrix(), MESH.cells(), Parallelism.sequential());
        return new NormalSystem(
                InversionProblem.ofWhitened(MESH, operator, new double[DATA], HEIGHT),
                SETTINGS,
                InversionMonitor.SILENT);
    }

    @Test
    void it_is_the_minimum_of_the_objective_over_cells() {
        double[] observed = observed(matrix());
        InversionResult result = dual(observed).run(true);
        assertTrue(result.converged());
        NormalSystem system = system();
        double[][] inverse = DenseReference.inverse(DenseReference.of(system.hessian(result.beta()), MESH.cells()));
        double[] right = DenseReference.backProjected(system.operator(), system.weights(), observed);
        double[] expected = DenseReference.product(inverse, right);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0.0);
        assertArrayEquals(expected, result.model(), 1e-4 * scale);
        double[] predicted = new double[DATA];
        system.operator().apply(expected, predicted);
        assertArrayEquals(predicted, result.predicted(), 1e-3);
        assertEquals(1.0, result.chi(), 0.02);
        assertEquals(
                system.norm().value(expected),
                result.steps().get(result.steps().size() - 1).modelNorm(),
                1e-4 * system.norm().value(expected));
    }

    @Test
    void noise_of_unknown_size_is_found() {
        double[] observed = observed(matrix());
        double[] quieter = Arrays.stream(observed).map(v -> 0.1 * v).toArray();
        InversionResult result = dual(quieter).run(false);
        assertTrue(result.converged());
        // 90 data with some 20 of them spent on the model: 8 % standard error; three of them
        assertEquals(0.1, result.fit().noise(), 0.025);
    }

    @Test
    void deviation_is_the_diagonal_of_the_inverse() {
        DataSpaceInversion inversion = dual(observed(matrix()));
        InversionResult result = inversion.run(true);
        Posterior posterior = inversion.posterior(400, 5);
        double[][] inverse = DenseReference.inverse(DenseReference.of(system().hessian(result.beta()), MESH.cells()));
        double mean = 0.0;
        for (int c = 0; c < MESH.cells(); c++) {
            double ratio = posterior.deviation()[c] / Math.sqrt(inverse[c][c]);
            // 400 draws: 3.5 % standard error of a deviation; five of them, as there are 440 cells
            assertEquals(1.0, ratio, 0.18);
            mean += ratio / MESH.cells();
        }
        assertEquals(1.0, mean, 0.03);
    }

    @Test
    void a_larger_trade_off_keeps_bounds() {
        DataSpaceInversion inversion = dual(observed(matrix()));
        InversionResult free = inversion.run(true);
        double most = Arrays.stream(free.model()).max().orElseThrow();
        InversionResult within = inversion.smoothedInto(new Bounds(-1e6, 0.5 * most));
        double now = Arrays.stream(within.model()).max().orElseThrow();
        assertTrue(now <= 0.5 * most, now + " of " + most);
        assertTrue(now > 0.3 * most, now + " of " + most);
        assertTrue(within.beta() > free.beta());
        assertTrue(within.chi() > free.chi());
    }

    @Test
    void bounds_and_weights_by_sensitivity_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataSpaceInversion(
                        MESH,
                        matrix(),
                        new double[DATA],
                        HEIGHT,
                        InversionSettings.smooth(),
                        InversionMonitor.SILENT,
                        Parallelism.sequential()));
    }
}
