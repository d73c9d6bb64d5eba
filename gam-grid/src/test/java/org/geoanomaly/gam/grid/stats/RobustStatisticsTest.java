package org.geoanomaly.gam.grid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustStatisticsTest {
    @Test
    void agrees_with_the_definitions_computed_the_long_way() {
        Random random = new Random(42);
        for (int n = 1; n < 60; n++) {
            float[] v = new float[n];
            for (int i = 0; i < n; i++) {
                v[i] = Math.round(random.nextGaussian() * 4);
            }
            Statistics s = RobustStatistics.of(v);
            float[] sorted = v.clone();
            Arrays.sort(sorted);
            double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2.0;
            double[] deviation = new double[n];
            for (int i = 0; i < n; i++) {
                deviation[i] = Math.abs(v[i] - median);
            }
            Arrays.sort(deviation);
            double mad = n % 2 == 1 ? deviation[n / 2] : (deviation[n / 2 - 1] + deviation[n / 2]) / 2;
            assertThat(s.median()).isEqualTo(median);
            assertThat(s.mad()).isEqualTo(mad);
        }
    }

    @Test
    void percentiles_interpolate_as_numpy_does() {
        // numpy.percentile([1, 2, 4, 8], [5, 95]) = [1.15, 7.4]
        Statistics s = RobustStatistics.of(new float[] {8, 1, Float.NaN, 4, 2});
        assertThat(s.count()).isEqualTo(4);
        assertThat(s.p5()).isCloseTo(1.15, within(1e-12));
        assertThat(s.p95()).isCloseTo(7.4, within(1e-12));
        assertThat(s.mean()).isEqualTo(3.75);
        assertThat(s.std()).isCloseTo(2.680951323690902, within(1e-12));
    }

    @Test
    void no_valid_value_gives_an_empty_summary() {
        Statistics s = RobustStatistics.of(new float[] {Float.NaN, Float.NaN});
        assertThat(s.isEmpty()).isTrue();
        assertThat(s.median()).isNaN();
    }
}
