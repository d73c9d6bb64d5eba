package org.geoanomaly.gam.geophysics.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The polynomials against the Java library's own functions. */
class VectorLoopsTest {
    private static final int N = 4000;

    @Test
    void angles_are_arctangents_over_forty_decades() {
        SplittableRandom random = new SplittableRandom(5);
        double[] opposite = new double[N];
        double[] adjacent = new double[N];
        double[] sign = new double[N];
        for (int m = 0; m < N; m++) {
            opposite[m] = Math.pow(10, random.nextDouble(-20, 20));
            adjacent[m] = opposite[m] * Math.pow(10, random.nextDouble(-20, 20));
            sign[m] = m % 3 == 0 ? -1 : 1;
        }
        double[] out = new double[N];
        VectorLoops.halfTangents(opposite, 2.5, adjacent, out, N);
        VectorLoops.angles(3, sign, out, out, N);
        for (int m = 0; m < N; m++) {
            double expected = 3 * sign[m] * StrictMath.atan2(opposite[m], 2.5 * adjacent[m]);
            assertThat(out[m]).isCloseTo(expected, within(2e-15));
        }
    }

    @Test
    void nothing_over_nothing_is_a_right_angle() {
        double[] out = new double[2];
        double[] tiny = {VectorLoops.TINY, VectorLoops.TINY};
        VectorLoops.halfTangents(tiny, 1e30, new double[] {0, 7}, out, 2);
        VectorLoops.angles(1, new double[] {1, 1}, out, out, 2);
        assertThat(out[0]).isCloseTo(Math.PI / 2, within(1e-15));
        assertThat(out[1]).isCloseTo(0.0, within(1e-15));
    }

    @Test
    void edge_integrals_are_logarithms() {
        SplittableRandom random = new SplittableRandom(6);
        double d = 40;
        double[] near = new double[N];
        double[] far = new double[N];
        for (int m = 0; m < N; m++) {
            near[m] = 2 * d + Math.pow(10, random.nextDouble(-3, 6));
            far[m] = near[m] + random.nextDouble(0, d);
        }
        double[] out = new double[N];
        VectorLoops.edges(d, near, far, out, N);
        for (int m = 0; m < N; m++) {
            double sum = near[m] + far[m];
            double expected = StrictMath.log1p(2 * d / (sum - d));
            assertThat(out[m]).isCloseTo(expected, within(1e-15 * expected));
        }
    }
}
