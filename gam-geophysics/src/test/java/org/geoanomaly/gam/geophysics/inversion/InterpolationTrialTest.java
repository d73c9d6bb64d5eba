package org.geoanomaly.gam.geophysics.inversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.OnTheFlyOperator;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.operator.PlanesOperator;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One observation among many lies low, where interpolation is bad: a check of all data cannot miss it. */
class InterpolationTrialTest {
    private static final int POINTS = 600;
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {0, 0, 0}, 16, 16, new double[] {100, 100}, new double[] {100, 200});

    private static ObservationPoints points(int low) {
        SplittableRandom random = new SplittableRandom(8);
        double[] height = random.doubles(POINTS, 250, 400).toArray();
        height[low] = 60;
        return new ObservationPoints(
                random.doubles(POINTS, 0, 1600).toArray(),
                random.doubles(POINTS, 0, 1600).toArray(),
                height);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, 300, POINTS - 1})
    void error_of_a_result_is_the_largest_over_all_data(int low) {
        ObservationPoints points = points(low);
        FieldKernel kernel = FieldKernel.gz();
        Parallelism parallel = Parallelism.sequential();
        PlanesOperator planes =
                Objects.requireNonNull(PlanesOperator.of(MESH, points, kernel, 1e-4, 1L << 28, parallel));
        double[] model = new SplittableRandom(9).doubles(MESH.cells(), 0, 500).toArray();
        double[] predicted = new double[POINTS];
        double[] exact = new double[POINTS];
        planes.apply(model, predicted);
        new OnTheFlyOperator(MESH, points, kernel, parallel).apply(model, exact);
        double[] error = new double[POINTS];
        Arrays.setAll(error, i -> Math.abs(predicted[i] - exact[i]));
        double largest = Arrays.stream(error).max().orElseThrow();
        assertThat(error[low]).isEqualTo(largest);
        Sensitivity sensitivity = new Sensitivity(MESH, planes, kernel, points, null, Sensitivity.Kind.PLANES, null);
        assertThat(sensitivity.checkedData()).isEqualTo(POINTS);
        assertThat(sensitivity.interpolationError(model, predicted, parallel))
                .isCloseTo(largest, within(1e-12 * largest));
    }

    @Test
    void only_very_large_matrices_are_sampled() {
        assertThat(InterpolationTrial.thoroughSize(100_000, 20_000)).isEqualTo(20_000);
        assertThat(InterpolationTrial.thoroughSize(1_000_000, 20_000)).isEqualTo(2_000);
        assertThat(InterpolationTrial.thoroughSize(1 << 30, 20_000)).isEqualTo(96);
        assertThat(InterpolationTrial.thoroughSize(1 << 30, 50)).isEqualTo(50);
    }
}
