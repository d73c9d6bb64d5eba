package org.geoanomaly.gam.geophysics.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On its nodes the operator is exact and must keep the contract; between them its error is that of interpolation. */
class PlanesOperatorTest extends LinearOperatorContract {
    @Override
    LinearOperator create(FieldKernel kernel, Parallelism parallel) {
        return create(MESH, GRID.points(MESH), kernel, parallel);
    }

    private static PlanesOperator create(
            RegularMesh mesh, ObservationPoints points, FieldKernel kernel, Parallelism parallel) {
        return Objects.requireNonNull(PlanesOperator.of(mesh, points, kernel, 1e-5, 1L << 30, parallel));
    }

    /** Scattered over the mesh and beyond it, between one and four clearances above its top. */
    private static ObservationPoints draped(double clearance) {
        SplittableRandom random = new SplittableRandom(9);
        double[] e = random.doubles(200, -1100, 1000).toArray();
        double[] n = random.doubles(200, 2900, 4900).toArray();
        double[] u = random.doubles(200, 120 + clearance, 120 + 4 * clearance).toArray();
        return new ObservationPoints(e, n, u);
    }

    /** A body with soft edges, as inversions find them. */
    private static double[] smoothModel() {
        double[] model = new double[MESH.cells()];
        for (int k = 0; k < MESH.nz(); k++) {
            for (int j = 0; j < MESH.ny(); j++) {
                for (int i = 0; i < MESH.nx(); i++) {
                    double r2 = (i - 8.3) * (i - 8.3) + (j - 6.4) * (j - 6.4);
                    model[MESH.index(i, j, k)] = Math.exp(-r2 / 8.0);
                }
            }
        }
        return model;
    }

    private static void compare(double[] model, FieldKernel kernel, double tolerance) {
        ObservationPoints points = draped(200);
        LinearOperator operator = create(MESH, points, kernel, Parallelism.sequential());
        LinearOperator exact = new OnTheFlyOperator(MESH, points, kernel, Parallelism.sequential());
        double[] expected = new double[operator.rows()];
        double[] actual = new double[operator.rows()];
        exact.apply(model, expected);
        operator.apply(model, actual);
        assertAlike(actual, expected, tolerance);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void scattered_points_are_interpolated(FieldKernel kernel) {
        compare(smoothModel(), kernel, 5e-4);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void cells_of_random_signs_are_the_worst_case(FieldKernel kernel) {
        compare(random(MESH.cells(), 3), kernel, 0.04);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void adjoint_is_the_transpose_between_nodes_too(FieldKernel kernel) {
        LinearOperator operator = create(MESH, draped(60), kernel, Parallelism.sequential());
        double[] model = random(operator.columns(), 1);
        double[] data = random(operator.rows(), 2);
        double[] forward = new double[operator.rows()];
        double[] backward = new double[operator.columns()];
        operator.apply(model, forward);
        operator.applyAdjoint(data, backward);
        double scale = Math.sqrt(dot(forward, forward) * dot(data, data));
        assertThat(dot(model, backward)).isCloseTo(dot(forward, data), within(1e-12 * scale));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void normal_diagonal_is_near_enough_for_weights(FieldKernel kernel) {
        ObservationPoints points = draped(200);
        LinearOperator operator = create(MESH, points, kernel, Parallelism.sequential());
        LinearOperator exact = new OnTheFlyOperator(MESH, points, kernel, Parallelism.sequential());
        double[] weights = new double[points.size()];
        Arrays.fill(weights, 2.0);
        double[] expected = new double[operator.columns()];
        double[] actual = new double[operator.columns()];
        exact.normalDiagonal(weights, expected);
        operator.normalDiagonal(weights, actual);
        assertAlike(actual, expected, 0.15);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void points_within_reach_of_the_top_are_refused(FieldKernel kernel) {
        ObservationPoints low =
                new ObservationPoints(new double[] {0, 50}, new double[] {3500, 3500}, new double[] {122, 200});
        assertThat(PlanesOperator.of(MESH, low, kernel, 1e-5, 1L << 30, Parallelism.sequential()))
                .isNull();
        assertThat(PlanesOperator.of(MESH, draped(100), kernel, 1e-5, 1L << 10, Parallelism.sequential()))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void one_height_takes_one_plane(FieldKernel kernel) {
        assertThat(create(MESH, GRID.points(MESH), kernel, Parallelism.sequential())
                        .levels())
                .isEqualTo(1);
        FieldKernel other = FieldKernel.tmi(new AmbientField(5e4, 10, 0));
        assertThat(create(MESH, draped(100), other, Parallelism.sequential()).levels())
                .isBetween(4, 16);
    }
}
