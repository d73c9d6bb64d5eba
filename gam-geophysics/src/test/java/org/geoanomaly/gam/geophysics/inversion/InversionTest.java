package org.geoanomaly.gam.geophysics.inversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.geoanomaly.gam.geophysics.operator.DenseOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Smooth, bounded and compact models of scenes whose truth is known. */
class InversionTest {
    private static InversionResult invert(InversionProblem problem, InversionSettings settings) {
        return new Inversion(problem, settings, InversionMonitor.SILENT).run();
    }

    @Test
    void smooth_gravity_fits_the_noise_and_finds_the_blocks() {
        SyntheticScene scene = SyntheticScene.gravity(32, 16);
        InversionResult result = invert(scene.problem(Parallelism.sequential()), InversionSettings.smooth());
        assertTrue(result.converged());
        assertEquals(1.0, result.chi(), 0.02);
        assertTrue(scene.correlation(result.model()) >= 0.60, () -> "correlation " + scene.correlation(result.model()));
    }

    @Test
    void positive_susceptibility_finds_the_blocks() {
        SyntheticScene scene = SyntheticScene.magnetic(24, 12);
        InversionResult result = invert(
                scene.problem(Parallelism.sequential()),
                InversionSettings.smooth().with(Bounds.POSITIVE));
        assertEquals(1.0, result.chi(), 0.02);
        assertTrue(scene.correlation(result.model()) >= 0.80, () -> "correlation " + scene.correlation(result.model()));
        for (double v : result.model()) {
            assertTrue(v >= 0.0);
        }
    }

    /** The measured correlations are 0.90 to 0.93 for the smallness alone and for jumps too. */
    static Stream<Arguments> compactScenes() {
        Norms small = new Norms(0, 2, 2, 2);
        Norms blocky = new Norms(0, 1, 1, 1);
        return Stream.of(
                Arguments.of(SyntheticScene.THREE, small, 0.88),
                Arguments.of(SyntheticScene.THREE, blocky, 0.88),
                Arguments.of(SyntheticScene.THREE, new Norms(1, 1, 1, 1), 0.86),
                Arguments.of(SyntheticScene.THREE, new Norms(0, 0, 0, 0), 0.83),
                Arguments.of(SyntheticScene.ONE, small, 0.90),
                Arguments.of(SyntheticScene.ONE, blocky, 0.90),
                Arguments.of(SyntheticScene.TWO, small, 0.88),
                Arguments.of(SyntheticScene.TWO, blocky, 0.88),
                Arguments.of(SyntheticScene.DEEP, small, 0.85),
                Arguments.of(SyntheticScene.DEEP, blocky, 0.86));
    }

    @ParameterizedTest
    @MethodSource("compactScenes")
    void compact_norms_sharpen_the_blocks(double[][] blocks, Norms norms, double least) {
        SyntheticScene scene = SyntheticScene.gravity(30, 15, blocks);
        InversionResult result = invert(
                scene.problem(Parallelism.sequential()),
                InversionSettings.smooth().with(norms));
        assertEquals(1.0, result.chi(), 0.02);
        double correlation = scene.correlation(result.model());
        assertTrue(correlation >= least, () -> "correlation " + correlation);
    }

    @Test
    void draped_data_give_one_model_by_planes_and_by_exact_rows() {
        SyntheticScene scene = SyntheticScene.draped(16, 8, 300);
        InversionResult planes = draped(scene, 1_500_000, Sensitivity.Kind.PLANES);
        InversionResult exact = draped(scene, 1, Sensitivity.Kind.ON_THE_FLY);
        assertEquals(1.0, planes.chi(), 0.02);
        assertEquals(1.0, exact.chi(), 0.02);
        assertEquals(exact.chi(), planes.chi(), 0.005);
        assertEquals(scene.correlation(exact.model()), scene.correlation(planes.model()), 0.005);
        assertTrue(scene.correlation(planes.model()) > 0.5, () -> "" + scene.correlation(planes.model()));
    }

    private static InversionResult draped(SyntheticScene scene, long bytes, Sensitivity.Kind kind) {
        Sensitivity.Demand demand = new Sensitivity.Demand(bytes, 0.1 * scene.sigma[0]);
        Sensitivity sensitivity =
                Sensitivity.of(scene.mesh, scene.points(), scene.data, scene.kernel, demand, Parallelism.sequential());
        assertEquals(kind, sensitivity.kind());
        InversionResult result =
                invert(InversionProblem.of(sensitivity, scene.data, scene.sigma), InversionSettings.smooth());
        double error = sensitivity.interpolationError(result.model(), result.predicted(), Parallelism.sequential());
        assertTrue(error < demand.error(), () -> "error " + error + ", allowed " + demand.error());
        return result;
    }

    @Test
    void result_does_not_depend_on_threads() {
        SyntheticScene scene = SyntheticScene.gravity(20, 8);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            InversionSettings settings = InversionSettings.smooth().with(new Norms(0, 1, 1, 1));
            double[] one =
                    invert(scene.problem(Parallelism.sequential()), settings).model();
            double[] four =
                    invert(scene.problem(Parallelism.of(pool, 4)), settings).model();
            assertArrayEquals(one, four, 0.0);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void unknown_noise_is_found_by_cross_validation() {
        SyntheticScene scene = SyntheticScene.gravity(20, 8);
        InversionProblem problem =
                InversionProblem.ofUnknownNoise(scene.sensitivity(Parallelism.sequential()), scene.data);
        InversionResult result = invert(problem, InversionSettings.smooth());
        assertTrue(result.converged());
        assertEquals(scene.sigma[0], result.fit().noise(), 0.25 * scene.sigma[0]);
    }

    @Test
    void regular_dense_and_depth_weighted_ways_agree_on_the_fit() {
        SyntheticScene scene = SyntheticScene.gravity(16, 8);
        Sensitivity fft = scene.sensitivity(Parallelism.sequential());
        Sensitivity dense = new Sensitivity(
                scene.mesh,
                DenseOperator.of(scene.mesh, scene.points(), scene.kernel, Parallelism.sequential()),
                scene.kernel,
                scene.points(),
                null,
                Sensitivity.Kind.DENSE,
                null);
        InversionSettings settings =
                new InversionSettings(Norms.SMOOTH, Bounds.NONE, new Weighting.Depth(2), 1.0, 1.0, 30);
        InversionResult a = invert(InversionProblem.of(fft, scene.data, scene.sigma), settings);
        InversionResult b = invert(InversionProblem.of(dense, scene.data, scene.sigma), settings);
        assertEquals(1.0, a.chi(), 0.02);
        assertEquals(1.0, b.chi(), 0.02);
        assertEquals(scene.correlation(a.model()), scene.correlation(b.model()), 0.01);
    }

    @Test
    void failure_to_fit_is_a_result() {
        SyntheticScene scene = SyntheticScene.gravity(8, 4);
        double[] impossible = scene.data.clone();
        for (int i = 0; i < impossible.length; i++) {
            impossible[i] += i % 2 == 0 ? 1e4 : -1e4;
        }
        InversionSettings settings = InversionSettings.smooth().with(new Bounds(-10, 10));
        InversionProblem problem =
                InversionProblem.of(scene.sensitivity(Parallelism.sequential()), impossible, scene.sigma);
        InversionResult result = invert(problem, settings);
        assertFalse(result.converged());
        assertTrue(result.chi() > 2.0);
    }

    @Test
    void can_be_stopped_before_the_first_product() {
        SyntheticScene scene = SyntheticScene.gravity(8, 4);
        InversionProblem problem = scene.problem(Parallelism.sequential());
        InversionMonitor stopped = new InversionMonitor() {
            @Override
            public boolean cancelled() {
                return true;
            }

            @Override
            public void step(InversionStep step) {}

            @Override
            public void products(int count) {}
        };
        assertThrows(
                CancellationException.class, () -> new Inversion(problem, InversionSettings.smooth(), stopped).run());
    }
}
