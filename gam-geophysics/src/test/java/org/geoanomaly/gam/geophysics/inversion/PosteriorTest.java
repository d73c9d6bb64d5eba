package org.geoanomaly.gam.geophysics.inversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationGrid;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.solver.ConjugateGradients;
import org.junit.jupiter.api.Test;

/** Solutions and standard deviations against inverses written out. */
class PosteriorTest {
    private static final int NX = 10;
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {0, 0, 0}, NX, NX, new double[] {100, 100}, new double[] {100, 100, 100, 100});
    private static final Sensitivity SENSITIVITY =
            Sensitivity.of(MESH, ObservationGrid.over(MESH, 50), FieldKernel.gz(), Parallelism.sequential());
    private static final double BETA = 1e-5;

    private static NormalSystem system(double sigma) {
        double[] noise = new double[NX * NX];
        Arrays.fill(noise, sigma);
        return new NormalSystem(
                InversionProblem.of(SENSITIVITY, new double[NX * NX], noise),
                InversionSettings.smooth(),
                InversionMonitor.SILENT);
    }

    @Test
    void conjugate_gradients_solve_the_normal_equations() {
        NormalSystem system = system(0.05);
        int n = MESH.cells();
        double[][] inverse = DenseReference.inverse(DenseReference.of(system.hessian(BETA), n));
        double[] data = new double[NX * NX];
        SplittableRandom random = new SplittableRandom(3);
        Arrays.setAll(data, i -> random.nextGaussian());
        double[] right = DenseReference.backProjected(SENSITIVITY.operator(), system.weights(), data);
        double[] expected = DenseReference.product(inverse, right);
        double[] x = new double[n];
        ConjugateGradients.solve(
                system.hessian(BETA),
                system.inverse(BETA),
                right,
                x,
                new ConjugateGradients.Tolerance(0.0, 1e-20, 2000));
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0.0);
        assertArrayEquals(expected, x, 1e-6 * scale);
    }

    @Test
    void deviation_is_the_diagonal_of_the_inverse() {
        NormalSystem system = system(0.01);
        double[][] inverse = DenseReference.inverse(DenseReference.of(system.hessian(BETA), MESH.cells()));
        Posterior posterior = PosteriorSampling.of(system, false, BETA, 1.0, new PosteriorSampling.Plan(400, 5));
        double meanRatio = 0.0;
        for (int c = 0; c < MESH.cells(); c++) {
            double ratio = posterior.deviation()[c] / Math.sqrt(inverse[c][c]);
            // 400 draws: 3.5 % standard error of a deviation; five of them, as there are 400 cells
            assertEquals(1.0, ratio, 0.18);
            meanRatio += ratio / MESH.cells();
        }
        assertEquals(1.0, meanRatio, 0.03);
        double[] resolution = posterior.resolution();
        assertTrue(resolution[0] > resolution[3], Arrays.toString(resolution));
    }

    @Test
    void two_thirds_of_the_cells_lie_within_one_deviation() {
        double sigma = 0.01;
        NormalSystem system = system(sigma);
        Posterior posterior = PosteriorSampling.of(system, false, BETA, 1.0, new PosteriorSampling.Plan(64, 5));
        int n = MESH.cells();
        SplittableRandom random = new SplittableRandom(11);
        int within = 0;
        int counted = 0;
        for (int scene = 0; scene < 40; scene++) {
            double[] truth = prior(system, random);
            double[] data = new double[NX * NX];
            SENSITIVITY.operator().apply(truth, data);
            for (int i = 0; i < data.length; i++) {
                data[i] += sigma * random.nextGaussian();
            }
            double[] right = DenseReference.backProjected(SENSITIVITY.operator(), system.weights(), data);
            double[] model = new double[n];
            ConjugateGradients.solve(
                    system.hessian(BETA),
                    system.inverse(BETA),
                    right,
                    model,
                    new ConjugateGradients.Tolerance(0.0, 1e-10, 500));
            for (int c = 0; c < n; c++) {
                if (posterior.deviation()[c] < 0.9 * posterior.prior()[c]) {
                    counted++;
                    within += Math.abs(model[c] - truth[c]) <= posterior.deviation()[c] ? 1 : 0;
                }
            }
        }
        assertTrue(counted > 1000, "informed cells: " + counted);
        double share = (double) within / counted;
        assertTrue(share > 0.60 && share < 0.76, "share " + share);
    }

    private static double[] prior(NormalSystem system, SplittableRandom random) {
        double[] right = new double[MESH.cells()];
        system.norm().sample(random, right);
        double[] truth = new double[right.length];
        ConjugateGradients.solve(
                system.norm(),
                system.priorInverse(1.0),
                right,
                truth,
                new ConjugateGradients.Tolerance(0.0, 1e-12, 500));
        for (int c = 0; c < truth.length; c++) {
            truth[c] /= Math.sqrt(BETA);
        }
        return truth;
    }
}
