package org.geoanomaly.gam.geophysics.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.junit.jupiter.api.Test;

class FusedIndexTest {
    private static final float NAN = Float.NaN;

    @Test
    void scores_of_normal_noise_have_unit_spread_and_do_not_notice_outliers() {
        Random random = new Random(3);
        float[] v = new float[20_001];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) (40 + 12 * random.nextGaussian());
        }
        Arrays.fill(v, 0, 200, 1e6f);
        RobustScale scale = RobustScale.of(RobustStatistics.of(v));
        assertThat(scale.median()).isCloseTo(40, within(0.5));
        assertThat(1.4826 * scale.mad()).isCloseTo(12, within(0.4));
        assertThat(scale.scores(v)[0]).isEqualTo(6f);
    }

    @Test
    void scores_do_not_depend_on_unit_or_offset() {
        float[] v = {3, 8, -4, 15, 2, 9};
        float[] scaled = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            scaled[i] = 1000 * v[i] - 77;
        }
        float[] z = RobustScale.of(RobustStatistics.of(v)).scores(v);
        float[] zScaled = RobustScale.of(RobustStatistics.of(scaled)).scores(scaled);
        for (int i = 0; i < v.length; i++) {
            assertThat(zScaled[i]).isCloseTo(z[i], within(1e-5f));
        }
    }

    @Test
    void a_field_without_spread_has_no_score_rather_than_a_clamped_one() {
        float[] v = {5, 5, 5, 5, 80};
        RobustScale scale = RobustScale.of(RobustStatistics.of(v));
        assertThat(scale.mad()).isZero();
        assertThat(scale.defined()).isFalse();
        assertThat(scale.scores(v)).containsOnly(NAN);
    }

    @Test
    void the_index_is_the_mean_of_the_layers_that_are_there() {
        float[] a = {2, NAN, 4, NAN};
        float[] b = {-1, 3, NAN, NAN};
        assertThat(FusedIndex.fuse(List.of(a, b), new double[] {1, 1})).containsExactly(0.5f, 3f, 4f, NAN);
        assertThat(FusedIndex.fuse(List.of(a, b), new double[] {3, 1})).containsExactly(1.25f, 3f, 4f, NAN);
        assertThat(FusedIndex.fuse(List.of(a, b), new double[] {0, 1})).containsExactly(-1f, 3f, NAN, NAN);
    }
}
