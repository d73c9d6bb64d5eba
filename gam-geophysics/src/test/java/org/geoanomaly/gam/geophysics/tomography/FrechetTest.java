package org.geoanomaly.gam.geophysics.tomography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Derivatives against differences of times. */
class FrechetTest {
    private final Box box = new Box(4, 12, 1);

    private static double[] bumps(Box box, double size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] white = new double[box.mesh.cells()];
        Arrays.setAll(white, c -> size * random.nextGaussian());
        double[] u = new double[white.length];
        new SmoothPrior(box.mesh, 10_000, 10_000).apply(white, u);
        return u;
    }

    /** Root mean square of the difference as a part of the root mean square of the change. */
    private double error(TravelTimes.Method method) {
        double[] u = bumps(box, 0.03, 2);
        double[] direction = bumps(box, 0.01, 3);
        double[] plus = u.clone();
        double[] minus = u.clone();
        for (int c = 0; c < u.length; c++) {
            plus[c] += direction[c];
            minus[c] -= direction[c];
        }
        double[] after = box.times(plus, method);
        double[] before = box.times(minus, method);
        double[] predicted = new double[after.length];
        box.linear(u, method).rows().apply(direction, predicted);
        double wrong = 0.0;
        double size = 0.0;
        for (int i = 0; i < after.length; i++) {
            double change = 0.5 * (after[i] - before[i]);
            wrong += (change - predicted[i]) * (change - predicted[i]);
            size += change * change;
        }
        return Math.sqrt(wrong / size);
    }

    @Test
    void rows_are_the_derivatives_of_straight_times() {
        // both are midpoint rules, with different pieces
        assertTrue(error(StraightRays::through) < 0.01, () -> "relative error " + error(StraightRays::through));
    }

    @Test
    void rows_are_the_derivatives_of_first_arrivals() {
        double error = error(box.marching(1250));
        assertTrue(error < 0.03, () -> "relative error " + error);
    }

    @Test
    void gradients_are_the_derivatives_with_the_hypocentre() {
        double[] u = bumps(box, 0.05, 2);
        for (TravelTimes.Method method : new TravelTimes.Method[] {StraightRays::through, box.marching()}) {
            StationTimes field = method.through(new SlownessModel(box.mesh, Box.REFERENCE, u))
                    .from(Phase.P, box.stations.x(5), box.stations.y(5), box.stations.depth(5));
            double[] slope = new double[3];
            field.gradient(12_000, -7_000, 17_000, slope);
            double h = 500;
            double east = (field.time(12_000 + h, -7_000, 17_000) - field.time(12_000 - h, -7_000, 17_000)) / (2 * h);
            double down = (field.time(12_000, -7_000, 17_000 + h) - field.time(12_000, -7_000, 17_000 - h)) / (2 * h);
            assertEquals(east, slope[0], 5e-6);
            assertEquals(down, slope[2], 5e-6);
        }
    }

    @Test
    void a_row_adds_up_to_the_time_where_the_whole_ray_is_in_the_mesh() {
        Linearisation linear = box.linear(new double[box.mesh.cells()], box.marching());
        double[] ones = new double[box.mesh.cells()];
        Arrays.fill(ones, 1.0);
        double[] sums = new double[linear.time().length];
        linear.rows().apply(ones, sums);
        for (int i = 0; i < sums.length; i++) {
            assertEquals(linear.time()[i], sums[i], 0.004 * linear.time()[i] + 0.002);
        }
    }

    @Test
    void ray_lengths_of_cells_add_up_to_the_distances() {
        RayDensity density =
                box.linear(new double[box.mesh.cells()], StraightRays::through).density();
        double sum = Arrays.stream(density.length()).sum();
        double expected = 0.0;
        for (int i = 0; i < box.picks.size(); i++) {
            double dx = box.stations.x(box.picks.station(i)) - box.events.x(box.picks.event(i));
            double dy = box.stations.y(box.picks.station(i)) - box.events.y(box.picks.event(i));
            double dz = box.events.depth(box.picks.event(i));
            expected += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        assertEquals(expected, sum, 1e-3 * expected);
        assertTrue(Arrays.stream(density.hits()).max().orElse(0) > 5);
    }

    @Test
    void projection_leaves_nothing_of_a_change_of_hypocentres() {
        TomographyProblem problem = box.problem(box.picks, false);
        Linearisation linear = box.linear(new double[box.mesh.cells()], StraightRays::through);
        TomographyState state = new TomographyState(
                problem,
                new double[box.mesh.cells()],
                new double[box.mesh.cells()],
                Hypocentres.of(box.events),
                linear,
                new TomographyState.Weighing(
                        new SmoothPrior(box.mesh, 5000, 5000),
                        problem.picksOfEvents(),
                        Double.POSITIVE_INFINITY,
                        true,
                        org.geoanomaly.gam.geophysics.operator.Parallelism.sequential()));
        double[] data = new double[box.picks.size()];
        for (int i = 0; i < data.length; i++) {
            double[][] g = linear.gradient();
            int e = box.picks.event(i);
            data[i] = 300.0 * e * g[0][i] - 200.0 * g[1][i] + 150.0 * g[2][i] + 0.1 * e;
        }
        state.system().whiten(data);
        assertEquals(0.0, Arrays.stream(data).map(Math::abs).max().orElse(1), 1e-9);
        assertEquals(box.picks.size() - 4 * box.events.size(), state.freedom());
    }
}
