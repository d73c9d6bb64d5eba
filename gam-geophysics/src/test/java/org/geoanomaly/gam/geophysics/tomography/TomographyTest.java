package org.geoanomaly.gam.geophysics.tomography;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.junit.jupiter.api.Test;

/** Known models found again from their times. */
class TomographyTest {
    private static final TomographySettings.Relocation MOVING = new TomographySettings.Relocation(3000, 8000);

    private static double correlation(double[] truth, double[] found, double[] resolution, double threshold) {
        return Checkerboard.compare(truth, found, resolution, threshold).correlation();
    }

    @Test
    void checkerboard_comes_back_where_it_is_resolved() {
        Box box = new Box(9, 60, 11);
        TravelTimes.Method method = box.marching();
        double[] truth = Checkerboard.pattern(box.mesh, new int[] {3, 3, 2}, 0.05);
        TomographyProblem problem = box.problem(box.picks.withTimes(Box.noisy(box.times(truth, method), 1)), false);
        TomographyResult result =
                box.tomography(problem, method, Box.settings(MOVING)).run();
        double[] resolution = result.resolution().diagonal(box.mesh, 4, 5);
        Checkerboard.Recovery recovery = Checkerboard.compare(truth, result.logSlowness(), resolution, 0.3);
        assertTrue(result.converged());
        assertTrue(recovery.cells() > 50, recovery::toString);
        assertTrue(recovery.correlation() >= 0.7, recovery::toString);
    }

    @Test
    void linear_gradient_comes_back() {
        // the ground is v = 4.6 + 0.08 z km/s, the reference 5 + 0.05 z: from +8 % slow at the top to 8 % fast at 30 km
        Box box = new Box(7, 40, 12);
        double[] truth = new double[box.mesh.cells()];
        int layer = box.mesh.nx() * box.mesh.ny();
        for (int c = 0; c < truth.length; c++) {
            double z = 0.5 * (box.mesh.depth(c / layer) + box.mesh.depth(c / layer + 1));
            truth[c] = Math.log((5000 + 0.05 * z) / (4600 + 0.08 * z));
        }
        TravelTimes.Method method = box.marching();
        TomographyProblem problem = box.problem(box.picks.withTimes(Box.noisy(box.times(truth, method), 2)), true);
        TomographyResult result = box.tomography(problem, method, Box.settings(TomographySettings.Relocation.NONE))
                .run();
        double[] resolution = result.resolution().diagonal(box.mesh, 4, 5);
        double wrong = 0.0;
        int n = 0;
        double[] u = result.logSlowness();
        for (int c = 0; c < u.length; c++) {
            if (resolution[c] > 0.3) {
                wrong += (u[c] - truth[c]) * (u[c] - truth[c]);
                n++;
            }
        }
        double rms = Math.sqrt(wrong / n);
        assertTrue(result.converged());
        assertTrue(n > 50);
        assertTrue(rms < 0.015, "rms " + rms + " of up to 0.083");
    }

    @Test
    void moved_events_go_back_and_leave_no_trace_in_the_model() {
        Box box = new Box(7, 30, 13);
        TravelTimes.Method method = box.marching();
        double[] truth = Checkerboard.pattern(box.mesh, new int[] {4, 4, 3}, 0.03);
        double[] times = Box.noisy(box.times(truth, method), 3);
        SplittableRandom random = new SplittableRandom(4);
        int n = box.events.size();
        double[][] moved = new double[4][n];
        for (int e = 0; e < n; e++) {
            moved[0][e] = box.events.x(e) + random.nextDouble(-2000, 2000);
            moved[1][e] = box.events.y(e) + random.nextDouble(-2000, 2000);
            moved[2][e] = Math.max(1000, box.events.depth(e) + random.nextDouble(-3000, 3000));
            moved[3][e] = random.nextDouble(-1, 1);
        }
        for (int i = 0; i < times.length; i++) {
            times[i] += moved[3][box.picks.event(i)];
        }
        TomographyProblem problem = new TomographyProblem(
                box.mesh,
                Box.REFERENCE,
                box.stations,
                new Places(moved[0], moved[1], moved[2]),
                new boolean[n],
                box.picks.withTimes(times));
        TomographyResult result =
                box.tomography(problem, method, Box.settings(MOVING)).run();
        double before = 0.0;
        double after = 0.0;
        double clock = 0.0;
        for (int e = 0; e < n; e++) {
            before += distance(problem.events(), box.events, e);
            after += distance(result.events(), box.events, e);
            clock += Math.abs(result.originShift()[e] - moved[3][e]);
        }
        assertTrue(result.converged());
        assertTrue(after < 0.35 * before, "mean distance " + before / n + " m before, " + after / n + " m after");
        assertTrue(clock / n < 0.1);
        double[] resolution = result.resolution().diagonal(box.mesh, 4, 5);
        assertTrue(correlation(truth, result.logSlowness(), resolution, 0.3) > 0.6);
    }

    private static double distance(Places a, Places b, int e) {
        return Math.sqrt(
                Math.pow(a.x(e) - b.x(e), 2) + Math.pow(a.y(e) - b.y(e), 2) + Math.pow(a.depth(e) - b.depth(e), 2));
    }

    @Test
    void noise_alone_makes_no_model() {
        Box box = new Box(6, 20, 14);
        TravelTimes.Method method = StraightRays::through;
        double[] times = Box.noisy(box.times(new double[box.mesh.cells()], method), 5);
        TomographyResult result = box.tomography(
                        box.problem(box.picks.withTimes(times), true),
                        method,
                        Box.settings(TomographySettings.Relocation.NONE))
                .run();
        double most = Arrays.stream(result.logSlowness()).map(Math::abs).max().orElse(1);
        assertTrue(result.converged());
        assertTrue(most < 0.01, "largest value " + most);
    }

    @Test
    void outliers_do_not_bend_the_model() {
        Box box = new Box(6, 20, 15);
        TravelTimes.Method method = StraightRays::through;
        double[] truth = Checkerboard.pattern(box.mesh, new int[] {4, 4, 3}, 0.03);
        double[] times = Box.noisy(box.times(truth, method), 6);
        TomographySettings settings = Box.settings(TomographySettings.Relocation.NONE);
        double[] clean = box.tomography(box.problem(box.picks.withTimes(times), true), method, settings)
                .run()
                .logSlowness();
        for (int i = 0; i < times.length; i += 100) {
            times[i] += 2.0;
        }
        TomographyResult result = box.tomography(box.problem(box.picks.withTimes(times), true), method, settings)
                .run();
        double[] all = new double[truth.length];
        Arrays.fill(all, 1.0);
        double kept = correlation(clean, result.logSlowness(), all, 0.5);
        assertTrue(result.counts().outliers() >= times.length / 100);
        assertTrue(kept > 0.9, "correlation " + kept);
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() {
        Box box = new Box(4, 10, 16);
        double[] truth = Checkerboard.pattern(box.mesh, new int[] {4, 4, 3}, 0.03);
        TomographyProblem problem =
                box.problem(box.picks.withTimes(Box.noisy(box.times(truth, box.marching()), 7)), false);
        TomographyResult one =
                box.tomography(problem, box.marching(), Box.settings(MOVING)).run();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            TomographyResult three = new Tomography(
                            problem,
                            Box.settings(MOVING),
                            box.marching(),
                            Parallelism.of(pool, 4),
                            TomographyMonitor.SILENT)
                    .run();
            assertArrayEquals(one.logSlowness(), three.logSlowness());
            assertArrayEquals(one.predicted(), three.predicted());
            assertArrayEquals(one.density().length(), three.density().length());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void stations_and_events_outside_the_mesh_see_the_reference() {
        Box box = new Box(4, 10, 17);
        double[] u = new double[box.mesh.cells()];
        Arrays.fill(u, 0.1);
        SlownessModel.Reader reader = new SlownessModel(box.mesh, Box.REFERENCE, u).reader();
        assertEquals(1.0 / 5500.0, reader.slowness(Phase.P, 60_000, 0, 10_000), 1e-12);
        assertEquals(1.0 / 7500.0, reader.slowness(Phase.P, 0, 0, 50_000), 1e-12);
        assertEquals(Math.exp(0.1) / 5500.0, reader.slowness(Phase.P, 0, 0, 10_000), 1e-12);
        assertEquals(1.75 * Math.exp(0.1) / 5000.0, reader.slowness(Phase.S, 0, 0, -1_000), 1e-12);
    }
}
