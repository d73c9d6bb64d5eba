package org.geoanomaly.gam.geophysics.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operator must do, on a mesh with padding and layers that grow, for even and for uneven kernels. */
abstract class LinearOperatorContract {
    static final RegularMesh MESH = RegularMesh.of(
            new double[] {-1000, 3000, 120}, 19, 14, new double[] {100, 130}, new double[] {50, 80, 120, 200});
    static final ObservationGrid GRID = new ObservationGrid(3, -1, 12, 11, 175);
    private static final AmbientField AMBIENT = new AmbientField(48_000, -35, 12);

    /** The operator under test; entries may be rounded to single precision. */
    abstract LinearOperator create(FieldKernel kernel, Parallelism parallel);

    static Stream<FieldKernel> kernels() {
        return Stream.of(
                FieldKernel.gz(),
                FieldKernel.gzz(),
                FieldKernel.tmi(AMBIENT),
                FieldKernel.tmi(new AmbientField(6e4, 90, 0)));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void adjoint_is_the_transpose(FieldKernel kernel) {
        LinearOperator operator = create(kernel, Parallelism.sequential());
        double[] model = random(operator.columns(), 1);
        double[] data = random(operator.rows(), 2);
        double[] forward = new double[operator.rows()];
        double[] backward = new double[operator.columns()];
        operator.apply(model, forward);
        operator.applyAdjoint(data, backward);
        double left = dot(forward, data);
        double scale = Math.sqrt(dot(forward, forward) * dot(data, data));
        assertThat(dot(model, backward)).isCloseTo(left, within(1e-12 * scale));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void products_are_those_of_the_matrix(FieldKernel kernel) {
        LinearOperator operator = create(kernel, Parallelism.sequential());
        LinearOperator exact = new OnTheFlyOperator(MESH, GRID.points(MESH), kernel, Parallelism.sequential());
        double[] model = random(operator.columns(), 3);
        double[] data = random(operator.rows(), 4);
        double[] expected = new double[operator.rows()];
        double[] actual = new double[operator.rows()];
        exact.apply(model, expected);
        operator.apply(model, actual);
        assertAlike(actual, expected, 1e-6);
        double[] expectedModel = new double[operator.columns()];
        double[] actualModel = new double[operator.columns()];
        exact.applyAdjoint(data, expectedModel);
        operator.applyAdjoint(data, actualModel);
        assertAlike(actualModel, expectedModel, 1e-6);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void normal_diagonal_sums_weighted_squares(FieldKernel kernel) {
        LinearOperator operator = create(kernel, Parallelism.sequential());
        double[] weights =
                Arrays.stream(random(operator.rows(), 5)).map(Math::abs).toArray();
        double[] diagonal = new double[operator.columns()];
        operator.normalDiagonal(weights, diagonal);
        double[] expected = new double[operator.columns()];
        RowKernel rows = RowKernel.of(MESH, kernel);
        double[] row = new double[operator.columns()];
        ObservationPoints points = GRID.points(MESH);
        for (int i = 0; i < points.size(); i++) {
            rows.fill(points.easting(i), points.northing(i), points.height(i), row);
            for (int j = 0; j < row.length; j++) {
                expected[j] += weights[i] * row[j] * row[j];
            }
        }
        assertAlike(diagonal, expected, 1e-6);
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() {
        FieldKernel kernel = FieldKernel.tmi(AMBIENT);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            LinearOperator one = create(kernel, Parallelism.sequential());
            LinearOperator four = create(kernel, Parallelism.of(executor, 4));
            double[] model = random(one.columns(), 6);
            double[] a = new double[one.rows()];
            double[] b = new double[one.rows()];
            one.apply(model, a);
            four.apply(model, b);
            assertThat(b).isEqualTo(a);
            double[] c = new double[one.columns()];
            double[] d = new double[one.columns()];
            one.applyAdjoint(a, c);
            four.applyAdjoint(a, d);
            assertThat(d).isEqualTo(c);
            one.normalDiagonal(a, c);
            four.normalDiagonal(a, d);
            assertThat(d).isEqualTo(c);
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void wrong_lengths_are_refused() {
        LinearOperator operator = create(FieldKernel.gz(), Parallelism.sequential());
        double[] model = new double[operator.columns()];
        double[] tooShort = new double[operator.rows() - 1];
        assertThatThrownBy(() -> operator.apply(model, tooShort)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> operator.applyAdjoint(tooShort, model)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> operator.normalDiagonal(tooShort, model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("131");
    }

    static void assertAlike(double[] actual, double[] expected, double tolerance) {
        double range = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("value %s", i).isCloseTo(expected[i], within(tolerance * range));
        }
    }

    static double[] random(int n, int seed) {
        return new SplittableRandom(seed).doubles(n, -1, 1).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
