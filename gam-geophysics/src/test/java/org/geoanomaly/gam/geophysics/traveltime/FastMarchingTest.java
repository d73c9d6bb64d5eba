package org.geoanomaly.gam.geophysics.traveltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastMarchingTest {
    private static final GridAxis ONE = new GridAxis(0, 1, 1);

    /** The mean errors are those demanded; measured: 0.14 and 0.15 ms at 2 km, 0.03 ms at 1 km. */
    @ParameterizedTest
    @CsvSource({"2000,50000,50000,1e-3", "2000,50300,49100,1e-3", "1000,50000,50000,2e-4", "1000,50700,49450,2e-4"})
    void times_in_a_gradient_are_those_of_the_closed_form(double spacing, double x, double y, double bound) {
        Source source = new Source(x, y, 10e3);
        TravelTimeField field = FastMarching.solve(Media.gradient(spacing), source);
        VelocityGrid g = field.grid();
        double sum = 0;
        double worst = 0;
        for (int n = 0; n < g.nodes(); n++) {
            double exact = Media.gradientTime(source, x(g, n), y(g, n), z(g, n));
            double error = Math.abs(field.time(n) - exact);
            sum += error;
            worst = Math.max(worst, error);
        }
        assertThat(sum / g.nodes()).isLessThan(bound);
        assertThat(worst).isLessThan(10 * bound);
    }

    @ParameterizedTest
    @CsvSource({"10000,12000,4000", "10123,12777,4321", "0,0,0", "20000,16000,10000"})
    void a_constant_velocity_is_exact(double x, double y, double z) {
        VelocityGrid g = Media.grid(
                new GridAxis(0, 500, 41), new GridAxis(0, 800, 21), new GridAxis(0, 250, 41), (a, b, c) -> 4321);
        Source source = new Source(x, y, z);
        TravelTimeField field = FastMarching.solve(g, source);
        for (int n = 0; n < g.nodes(); n++) {
            double exact = Media.distance(source, x(g, n), y(g, n), z(g, n)) / 4321;
            assertThat(field.time(n)).isCloseTo(exact, within(1e-13 * (1 + exact)));
        }
        double[] p = {3333.3, 7777.7, 1234.5};
        assertThat(field.timeAt(p[0], p[1], p[2]))
                .isCloseTo(Media.distance(source, p[0], p[1], p[2]) / 4321, within(1e-13));
    }

    @Test
    void there_and_back_take_the_same_time() {
        VelocityGrid g = Media.uneven(400);
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < 6; n++) {
            Source a = new Source(random.nextDouble(20e3), random.nextDouble(20e3), random.nextDouble(10e3));
            Source b = new Source(random.nextDouble(20e3), random.nextDouble(20e3), random.nextDouble(10e3));
            double there = FastMarching.solve(g, a).timeAt(b.x(), b.y(), b.z());
            double back = FastMarching.solve(g, b).timeAt(a.x(), a.y(), a.z());
            assertThat(there).isCloseTo(back, within(5e-4 * there));
        }
    }

    @Test
    void a_mirrored_medium_has_mirrored_times() {
        GridAxis side = new GridAxis(-5000, 500, 21);
        VelocityGrid g =
                Media.grid(side, side, side, (x, y, z) -> 3000 + Math.abs(x) / 10 + Math.abs(y) / 20 + Math.abs(z) / 7);
        TravelTimeField field = FastMarching.solve(g, new Source(0, 0, 0));
        int last = side.count() - 1;
        for (int n = 0; n < g.nodes(); n++) {
            int i = n % 21;
            int j = n / 21 % 21;
            int k = n / 441;
            assertThat(field.time(n)).isCloseTo(field.time(g.index(last - i, j, last - k)), within(1e-11));
            assertThat(field.time(n)).isCloseTo(field.time(g.index(i, last - j, k)), within(1e-11));
        }
    }

    /** No node is later than its neighbour by more than the slower of both takes, and each but the source's has an earlier neighbour. */
    @Test
    void every_time_has_an_earlier_cause() {
        GridAxis side = new GridAxis(0, 100, 31);
        VelocityGrid g = Media.grid(
                side,
                side,
                side,
                (x, y, z) -> 2000 * Math.exp(0.5 * Math.sin(x / 400) * Math.cos(y / 500) * Math.cos(z / 450)));
        TravelTimeField field = FastMarching.solve(g, new Source(1530, 1480, 1505));
        for (int n = 0; n < g.nodes(); n++) {
            double earliest = Double.POSITIVE_INFINITY;
            for (int stride : new int[] {1, 31, 961}) {
                int i = n / stride % 31;
                earliest = Math.min(earliest, i > 0 ? field.time(n - stride) : earliest);
                earliest = Math.min(earliest, i < 30 ? field.time(n + stride) : earliest);
            }
            boolean beside = Media.distance(field.source(), x(g, n), y(g, n), z(g, n)) < 180;
            assertThat(beside || earliest < field.time(n)).isTrue();
            // a first-order step never takes longer than straight along an axis; second differences of a rough field
            // may, by a little
            assertThat(field.time(n)).isLessThanOrEqualTo(earliest + 100 * g.slowness(n) * 1.15);
        }
    }

    /** Direct, and beyond the crossover the head wave x/v₂ + 2 h cos i / v₁. The interface lies half way between two nodes. */
    @Test
    void a_head_wave_overtakes_the_direct_wave() {
        double v1 = 1500;
        double v2 = 4500;
        double spacing = 0.5;
        double depth = 10;
        GridAxis x = GridAxis.spanning(0, 120, spacing);
        GridAxis z = new GridAxis(0, spacing, 81);
        VelocityGrid g = Media.grid(x, ONE, z, (a, b, c) -> c < depth - 0.25 * spacing ? v1 : v2);
        TravelTimeField field = FastMarching.solve(g, new Source(0, 0, 0));
        double thickness = depth - 0.5 * spacing;
        double cosine = Math.sqrt(1 - v1 * v1 / (v2 * v2));
        for (double offset = 5; offset <= 120; offset += 5) {
            double head = offset / v2 + 2 * thickness * cosine / v1;
            double first = Math.min(offset / v1, head);
            assertThat(field.timeAt(offset, 0, 0)).isCloseTo(first, within(2.5e-4));
        }
        Ray ray = field.trace(110, 0, 0);
        double deepest = 0;
        for (int p = 0; p < ray.size(); p++) {
            deepest = Math.max(deepest, ray.z(p));
        }
        assertThat(deepest).isBetween(thickness - 1, thickness + 3);
    }

    /** Snell: the time of the best broken line, found by trying the crossing points. */
    @Test
    void rays_are_refracted_at_an_interface() {
        GridAxis x = GridAxis.spanning(0, 10e3, 50);
        GridAxis z = GridAxis.spanning(0, 6e3, 50);
        VelocityGrid g = Media.grid(x, ONE, z, (a, b, c) -> c < 3000 ? 3000 : 6000);
        TravelTimeField field = FastMarching.solve(g, new Source(1000, 0, 500));
        double best = Double.POSITIVE_INFINITY;
        double interfaceDepth = 2975;
        for (double cross = 1000; cross <= 7000; cross += 1) {
            double time = Math.hypot(cross - 1000, interfaceDepth - 500) / 3000
                    + Math.hypot(7000 - cross, 5500 - interfaceDepth) / 6000;
            best = Math.min(best, time);
        }
        assertThat(field.timeAt(7000, 0, 5500)).isCloseTo(best, within(2e-3 * best));
    }

    @Test
    void a_profile_is_a_slice_of_a_volume_that_does_not_change_across() {
        GridAxis x = GridAxis.spanning(0, 20e3, 500);
        GridAxis z = GridAxis.spanning(0, 10e3, 500);
        Media.Velocity velocity = (a, b, c) -> 4000 + 0.1 * c + 0.05 * a;
        TravelTimeField flat = FastMarching.solve(Media.grid(x, ONE, z, velocity), new Source(3100, 99, 2200));
        TravelTimeField deep = FastMarching.solve(
                Media.grid(x, GridAxis.spanning(-2000, 2000, 500), z, velocity), new Source(3100, 0, 2200));
        for (double a = 250; a < 20e3; a += 1777) {
            assertThat(flat.timeAt(a, -7, 7300)).isCloseTo(deep.timeAt(a, 0, 7300), within(4e-4));
        }
    }

    /** A wave goes round a wall of air: over its edge, two straight lines. */
    @Test
    void waves_go_round_the_air() {
        GridAxis side = GridAxis.spanning(0, 100, 0.5);
        VelocityGrid open = Media.grid(side, ONE, side, (x, y, z) -> 1000);
        boolean[] air = new boolean[open.nodes()];
        for (int k = 0; k < 120; k++) {
            Arrays.fill(air, open.index(95, 0, k), open.index(105, 0, k), true);
        }
        TravelTimeField field = FastMarching.solve(open.withAir(air), new Source(20, 0, 20));
        double edge = 60;
        double left = Math.hypot(27.25, edge - 20);
        double right = Math.hypot(80 - 52.25, edge - 20);
        double exact = (left + 5 + right) / 1000;
        assertThat(field.timeAt(80, 0, 20)).isCloseTo(exact, within(0.01 * exact));
        assertThat(field.timeAt(50, 0, 20)).isNaN();
        Ray ray = field.trace(80, 0, 20);
        // round a corner the ray goes from node to node, in eight directions: a part of it is up to 8 % longer than
        // straight
        assertThat(ray.length()).isBetween(1000 * exact - 1.5, 1.04 * 1000 * exact);
    }

    @Test
    void a_place_in_the_air_is_refused() {
        VelocityGrid g = Media.uneven(1000);
        boolean[] air = new boolean[g.nodes()];
        Arrays.fill(air, 0, 21 * 21 * 5, true);
        VelocityGrid ground = g.withAir(air);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FastMarching.solve(ground, new Source(5000, 5000, 1000)))
                .withMessageContaining("only air around it");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "0", "-3000", "Infinity"})
    void a_velocity_that_is_none_is_refused(double wrong) {
        double[] v = new double[27];
        Arrays.fill(v, 3000);
        v[14] = wrong;
        GridAxis axis = new GridAxis(0, 1, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VelocityGrid.cartesian(axis, axis, axis, v))
                .withMessageContaining("(2, 1, 1)");
    }

    @Test
    void a_source_outside_is_refused() {
        VelocityGrid g = Media.uneven(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FastMarching.solve(g, new Source(5000, 20001, 1000)))
                .withMessageContaining("outside the grid");
        assertThatIllegalArgumentException().isThrownBy(() -> new Source(Double.NaN, 0, 0));
        TravelTimeField field = FastMarching.solve(g, new Source(5000, 5000, 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> field.timeAt(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> field.trace(0, 0, Double.NaN));
    }

    @Test
    void axes_and_sizes_that_cannot_be_are_refused() {
        GridAxis axis = new GridAxis(0, 1, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> new GridAxis(0, 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new GridAxis(Double.NaN, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> GridAxis.spanning(3, 3, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VelocityGrid.cartesian(axis, axis, axis, new double[26]))
                .withMessageContaining("26");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VelocityGrid.spherical(axis, new GridAxis(89, 1, 3), axis, 6371e3, new double[27]))
                .withMessageContaining("poles");
    }

    private static double x(VelocityGrid g, int n) {
        return g.x().at(n % g.x().count());
    }

    private static double y(VelocityGrid g, int n) {
        return g.y().at(n / g.x().count() % g.y().count());
    }

    private static double z(VelocityGrid g, int n) {
        return g.z().at(n / g.x().count() / g.y().count());
    }
}
