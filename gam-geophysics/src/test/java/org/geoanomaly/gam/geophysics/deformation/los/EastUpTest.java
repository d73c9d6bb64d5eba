package org.geoanomaly.gam.geophysics.deformation.los;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.junit.jupiter.api.Test;

class EastUpTest {
    private static final double[] ASCENDING = look(39, -12);
    private static final double[] DESCENDING = look(37, -168);

    private static double[] look(double incidence, double heading) {
        Vector3 v = new LineOfSight(incidence, heading).direction();
        return new double[] {v.east(), v.north(), v.up()};
    }

    private static double seen(double[] look, double e, double n, double u) {
        return look[0] * e + look[1] * n + look[2] * u;
    }

    @Test
    void two_looks_give_east_and_up_without_motion_north() {
        double[] d = {seen(ASCENDING, 3, 0, -7), seen(DESCENDING, 3, 0, -7)};
        EastUp found = EastUp.of(d, new double[] {1, 2}, new double[][] {ASCENDING, DESCENDING}, 0);
        assertThat(found.east()).isCloseTo(3, within(1e-12));
        assertThat(found.up()).isCloseTo(-7, within(1e-12));
    }

    @Test
    void what_motion_north_does_is_told() {
        double[] d = {seen(ASCENDING, 3, 5, -7), seen(DESCENDING, 3, 5, -7)};
        EastUp found = EastUp.of(d, new double[] {1, 2}, new double[][] {ASCENDING, DESCENDING}, 0);
        assertThat(found.east()).isCloseTo(3 + 5 * found.eastPerNorth(), within(1e-12));
        assertThat(found.up()).isCloseTo(-7 + 5 * found.upPerNorth(), within(1e-12));
        // Sentinel-1: motion north is seen as some tenth or sixth of it downwards, and hardly as motion east
        assertThat(found.upPerNorth()).isBetween(-0.25, -0.1);
        assertThat(Math.abs(found.eastPerNorth())).isLessThan(0.05);
    }

    /** Monte Carlo is the oracle: noise of each look and a random motion north. */
    @Test
    void deviations_hold_with_three_looks_and_uncertain_motion_north() {
        double[][] looks = {ASCENDING, DESCENDING, look(30, -15)};
        double[] sigma = {1, 2, 1.5};
        double north = 6;
        SplittableRandom random = new SplittableRandom(4);
        double[] sums = new double[3];
        EastUp found = EastUp.UNKNOWN;
        int draws = 40_000;
        for (int k = 0; k < draws; k++) {
            double n = north * random.nextGaussian();
            double[] d = new double[3];
            for (int i = 0; i < 3; i++) {
                d[i] = seen(looks[i], 3, n, -7) + sigma[i] * random.nextGaussian();
            }
            found = EastUp.of(d, sigma, looks, north);
            sums[0] += Math.pow(found.east() - 3, 2) / draws;
            sums[1] += Math.pow(found.up() + 7, 2) / draws;
            sums[2] += (found.east() - 3) * (found.up() + 7) / draws;
        }
        assertThat(found.eastDeviation()).isCloseTo(Math.sqrt(sums[0]), within(0.02 * found.eastDeviation()));
        assertThat(found.upDeviation()).isCloseTo(Math.sqrt(sums[1]), within(0.02 * found.upDeviation()));
        assertThat(found.correlation()).isCloseTo(sums[2] / Math.sqrt(sums[0] * sums[1]), within(0.02));
    }

    @Test
    void one_look_says_nothing() {
        EastUp alike = EastUp.of(new double[] {1, 1}, new double[] {1, 1}, new double[][] {ASCENDING, ASCENDING}, 0);
        assertThat(alike.east()).isNaN();
    }
}
