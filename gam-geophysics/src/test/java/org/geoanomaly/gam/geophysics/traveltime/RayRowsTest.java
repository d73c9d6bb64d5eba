package org.geoanomaly.gam.geophysics.traveltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.junit.jupiter.api.Test;

class RayRowsTest {
    private static final Source SOURCE = new Source(3210, 4567, 7890);

    @Test
    void rays_are_least_time_paths() {
        TravelTimeField field = FastMarching.solve(Media.gradient(1000), new Source(50.3e3, 49.1e3, 10e3));
        SplittableRandom random = new SplittableRandom(1);
        RayRows nodes = RayRows.nodes(field.grid());
        for (int n = 0; n < 50; n++) {
            double x = random.nextDouble(100e3);
            double y = random.nextDouble(100e3);
            double z = random.nextDouble(40e3);
            double exact = Media.gradientTime(field.source(), x, y, z);
            Ray ray = field.trace(x, y, z);
            assertThat(ray.time()).isCloseTo(exact, within(3e-4));
            assertThat(nodes.add(ray, SparseRows.builder(nodes.columns()))).isCloseTo(exact, within(3e-4));
            assertThat(Ray.straight(field.grid(), field.source(), x, y, z).time())
                    .isGreaterThan(exact - 1e-4);
        }
    }

    /** From every place of a rough medium, to every corner and face. */
    @Test
    void rays_arrive_even_in_a_rough_medium() {
        SplittableRandom random = new SplittableRandom(11);
        GridAxis side = new GridAxis(0, 100, 31);
        GridAxis down = new GridAxis(0, 40, 21);
        VelocityGrid g = Media.grid(side, side, down, (x, y, z) -> 3000 * Math.exp(2 * random.nextDouble() - 1));
        TravelTimeField field = FastMarching.solve(g, new Source(1234, 2345, 333));
        for (int n = 0; n < 300; n++) {
            double x = n % 4 == 0 ? 3000 : random.nextDouble(3000);
            double y = n % 3 == 0 ? 0 : random.nextDouble(3000);
            double z = n % 5 == 0 ? 800 : random.nextDouble(800);
            Ray ray = field.trace(x, y, z);
            assertThat(ray.x(ray.size() - 1)).isEqualTo(1234);
            assertThat(ray.z(ray.size() - 1)).isEqualTo(333);
            assertThat(ray.length()).isLessThan(15000);
        }
    }

    @Test
    void gradients_are_those_of_the_closed_form() {
        Source source = new Source(50.3e3, 49.1e3, 10e3);
        TravelTimeField field = FastMarching.solve(Media.gradient(1000), source);
        double[][] places = {{12345, 67890, 3456}, {50.4e3, 49.2e3, 10.1e3}, {99e3, 1e3, 0}, {50e3, 50e3, 39e3}};
        for (double[] p : places) {
            double[] gradient = field.gradientAt(p[0], p[1], p[2]);
            for (int d = 0; d < 3; d++) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[d] += 0.5;
                down[d] -= 0.5;
                double exact = Media.gradientTime(source, up[0], up[1], up[2])
                        - Media.gradientTime(source, down[0], down[1], down[2]);
                assertThat(gradient[d]).isCloseTo(exact, within(3e-3 / Media.V0));
            }
        }
    }

    /** The derivative with the hypocentre: the gradient of the station's field against times of moved sources. */
    @Test
    void the_gradient_at_a_hypocentre_is_the_change_of_time_when_it_moves() {
        VelocityGrid g = Media.uneven(400);
        double[] station = {15000, 12000, 0};
        TravelTimeField field = FastMarching.solve(g, new Source(station[0], station[1], station[2]));
        double[] gradient = field.gradientAt(SOURCE.x(), SOURCE.y(), SOURCE.z());
        double step = 400;
        for (int d = 0; d < 3; d++) {
            double later = moved(g, d, step, station);
            double earlier = moved(g, d, -step, station);
            assertThat(gradient[d]).isCloseTo((later - earlier) / (2 * step), within(4e-6));
        }
    }

    private static double moved(VelocityGrid g, int d, double by, double[] station) {
        Source source = new Source(
                SOURCE.x() + (d == 0 ? by : 0), SOURCE.y() + (d == 1 ? by : 0), SOURCE.z() + (d == 2 ? by : 0));
        return FastMarching.solve(g, source).timeAt(station[0], station[1], station[2]);
    }

    /** Each column of a patch of nodes against the times of a new solution with the slowness of that patch raised and lowered. */
    @Test
    void rows_are_the_derivative_of_the_time() {
        GridAxis side = GridAxis.spanning(0, 20e3, 250);
        GridAxis down = GridAxis.spanning(0, 10e3, 250);
        RegularMesh mesh = RegularMesh.of(
                new double[] {-125, -125, 125}, 5, 5, new double[] {4500, 4500}, new double[] {3500, 3500, 3500});
        double[] velocity = Media.sample(
                side, side, down, (x, y, z) -> 5000 + 0.05 * z + 300 * Math.sin(x / 4000) * Math.cos(y / 5000));
        VelocityGrid g = VelocityGrid.cartesian(side, side, down, velocity);
        Source source = new Source(1300, 2100, 900);
        TravelTimeField field = FastMarching.solve(g, source);
        Ray ray = field.trace(18700, 17900, 8100);
        RayRows cells = RayRows.cells(g, mesh);
        SparseRows.Builder builder = SparseRows.builder(mesh.cells());
        double total = cells.add(ray, builder);
        SparseRows rows = builder.build();
        assertThat(total).isCloseTo(ray.time(), within(1e-3 * ray.time()));
        double epsilon = 0.005;
        for (int cell = 0; cell < mesh.cells(); cell++) {
            double difference = (timeWith(g, velocity, mesh, cell, epsilon, source)
                            - timeWith(g, velocity, mesh, cell, -epsilon, source))
                    / (2 * epsilon);
            double[] one = new double[mesh.cells()];
            one[cell] = 1;
            // nodes of 250 m cannot tell on which side of an edge nearer than that a ray passes: neighbours share it
            assertThat(rows.dot(0, one)).isCloseTo(difference, within(0.02 * total));
        }
    }

    private static double timeWith(
            VelocityGrid g, double[] velocity, RegularMesh mesh, int cell, double change, Source source) {
        double[] v = velocity.clone();
        for (int n = 0; n < v.length; n++) {
            int i = n % g.x().count();
            int j = n / g.x().count() % g.y().count();
            int k = n / g.x().count() / g.y().count();
            if (mesh.cellAt(g.x().at(i), g.y().at(j), -g.z().at(k)) == cell) {
                v[n] *= Math.exp(-change);
            }
        }
        VelocityGrid changed = VelocityGrid.cartesian(g.x(), g.y(), g.z(), v);
        return FastMarching.solve(changed, source).timeAt(18700, 17900, 8100);
    }

    /** Against counting fine points; the cells differ in thickness and the line leaves the mesh. */
    @Test
    void lengths_in_cells_are_exact() {
        GridAxis side = new GridAxis(0, 100, 11);
        VelocityGrid g = Media.grid(side, side, side, (x, y, z) -> 1);
        RegularMesh mesh = RegularMesh.of(
                new double[] {150, 100, -50}, 7, 3, new double[] {90, 130}, new double[] {20, 300, 77, 200});
        SplittableRandom random = new SplittableRandom(5);
        RayRows cells = RayRows.cells(g, mesh);
        for (int n = 0; n < 40; n++) {
            double[] a = random.doubles(3, 0, 1000).toArray();
            double[] b = random.doubles(3, 0, 1000).toArray();
            if (n % 4 == 0) {
                b[n % 3] = a[n % 3];
            }
            SparseRows.Builder builder = SparseRows.builder(mesh.cells());
            cells.add(Ray.straight(g, new Source(b[0], b[1], b[2]), a[0], a[1], a[2]), builder);
            SparseRows row = builder.build();
            double[] counted = counted(mesh, a, b);
            double[] one = new double[mesh.cells()];
            for (int c = 0; c < counted.length; c++) {
                Arrays.fill(one, 0);
                one[c] = 1;
                assertThat(row.dot(0, one)).isCloseTo(counted[c], within(0.05));
            }
        }
    }

    private static double[] counted(RegularMesh mesh, double[] a, double[] b) {
        double[] lengths = new double[mesh.cells()];
        int pieces = 100_000;
        double length = Math.sqrt(Math.pow(b[0] - a[0], 2) + Math.pow(b[1] - a[1], 2) + Math.pow(b[2] - a[2], 2));
        for (int p = 0; p < pieces; p++) {
            double t = (p + 0.5) / pieces;
            int cell = mesh.cellAt(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), -(a[2] + t * (b[2] - a[2])));
            if (cell >= 0) {
                lengths[cell] += length / pieces;
            }
        }
        return lengths;
    }

    @Test
    void a_line_along_a_face_is_counted_once() {
        GridAxis side = new GridAxis(0, 100, 11);
        VelocityGrid g = Media.grid(side, side, side, (x, y, z) -> 1);
        RegularMesh mesh =
                RegularMesh.of(new double[] {0, 0, 0}, 5, 5, new double[] {200, 200}, new double[] {500, 500});
        RayRows cells = RayRows.cells(g, mesh);
        SparseRows.Builder rows = SparseRows.builder(mesh.cells());
        assertThat(cells.add(Ray.straight(g, new Source(1000, 400, 500), 0, 400, 500), rows))
                .isCloseTo(1000, within(1e-9));
        assertThat(cells.add(Ray.straight(g, new Source(0, 0, 0), 1000, 1000, 1000), rows))
                .isCloseTo(1000 * Math.sqrt(3), within(1e-9));
        assertThat(cells.add(Ray.straight(g, new Source(1000, 1000, 0), 1000, 1000, 1000), rows))
                .isCloseTo(1000, within(1e-9));
    }

    @Test
    void rows_are_put_together_and_multiplied() {
        SparseRows a =
                SparseRows.builder(4).add(1, 2.0).add(3, -1.0).endRow().endRow().build();
        SparseRows b = SparseRows.builder(4).add(0, 0.5).endRow().build();
        SparseRows both = SparseRows.concat(List.of(a, b));
        double[] x = {1, 10, 100, 1000};
        assertThat(both.rows()).isEqualTo(3);
        assertThat(both.dot(0, x)).isEqualTo(-980);
        assertThat(both.dot(1, x)).isZero();
        assertThat(both.dot(2, x)).isEqualTo(0.5);
        both.addTo(0, 2, x);
        assertThat(x).containsExactly(1, 14, 100, 998);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparseRows.builder(4).add(2, 1).add(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SparseRows.concat(List.of(a, SparseRows.builder(5).build())));
    }
}
