package org.geoanomaly.gam.geophysics.deformation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.FaultPlane;
import org.geoanomaly.gam.geophysics.deformation.LineOfSight;
import org.geoanomaly.gam.geophysics.deformation.Mogi;
import org.geoanomaly.gam.geophysics.deformation.Okada;
import org.geoanomaly.gam.geophysics.deformation.los.ExponentialCovariance;
import org.geoanomaly.gam.geophysics.deformation.los.LookVectors;
import org.geoanomaly.gam.geophysics.deformation.los.LosData;
import org.geoanomaly.gam.geophysics.deformation.los.Nuisance;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;
import org.geoanomaly.gam.geophysics.magnetic.Vector3;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.junit.jupiter.api.Test;

class SourceFitTest {
    private static final SearchBox POINT_BOX =
            new SearchBox(new double[] {-9000, -9000, 500}, new double[] {9000, 9000, 12_000});
    private static final FitSettings QUICK = new FitSettings(150, 8, 1500, 5000, 7, false);

    /** Two tracks over hills, with offsets, ramps and an elevation term. */
    private static LosData survey(DeformationSource source, double noise, int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 * each;
        double[] e = random.doubles(n, -10_000, 10_000).toArray();
        double[] m = random.doubles(n, -10_000, 10_000).toArray();
        double[] h = new double[n];
        double[] v = new double[n];
        double[][] look = new double[3][n];
        int[] track = new int[n];
        double[] sigma = new double[n];
        Arrays.fill(sigma, Math.max(noise, 1e-5));
        for (int i = 0; i < n; i++) {
            h[i] = 600 + 500 * Math.sin(e[i] / 3000) * Math.cos(m[i] / 4000);
            track[i] = i % 2;
            LineOfSight los = i % 2 == 0 ? new LineOfSight(39, -12) : new LineOfSight(35, -168);
            Vector3 d = los.direction();
            look[0][i] = d.east();
            look[1][i] = d.north();
            look[2][i] = d.up();
            v[i] = los.project(source.displacement(e[i], m[i], h[i]))
                    + (i % 2 == 0 ? 0.03 : -0.02)
                    + 1e-6 * e[i]
                    - 5e-7 * m[i]
                    + 3e-6 * h[i]
                    + noise * random.nextGaussian();
        }
        return new LosData(new ObservationPoints(e, m, h), new LookVectors(look[0], look[1], look[2]), v, sigma, track);
    }

    private static WhitenedData white(LosData data) {
        ExponentialCovariance none = new ExponentialCovariance(0, 1000, 0);
        return new WhitenedData(data, List.of(none, none), Nuisance.ALL);
    }

    @Test
    void a_point_source_is_found_exactly_without_noise() {
        Mogi mogi = new Mogi(1200, -2300, 3400, -2.5e6);
        SourceEstimate found =
                SourceFit.of(white(survey(mogi, 0, 80, 1)), List.of(new PointSource()), POINT_BOX, QUICK, () -> false);
        assertThat(found.best("easting")).isCloseTo(1200, within(0.5));
        assertThat(found.best("northing")).isCloseTo(-2300, within(0.5));
        assertThat(found.best("depth")).isCloseTo(3400, within(0.5));
        assertThat(found.best("volume_change")).isCloseTo(-2.5e6, within(1e3));
        assertThat(found.fit().residualReduction()).isGreaterThan(0.999999);
    }

    /** With χ² noise the posterior is nearly normal: Gauss–Newton's covariance is the oracle, and two thirds of intervals hold the truth. */
    @Test
    void intervals_hold_the_truth_as_often_as_they_say() {
        Mogi mogi = new Mogi(1200, -2300, 3400, 2.5e6);
        int within = 0;
        int within95 = 0;
        for (int draw = 0; draw < 60; draw++) {
            SourceEstimate found = SourceFit.of(
                    white(survey(mogi, 0.004, 60, 100 + draw)),
                    List.of(new PointSource()),
                    POINT_BOX,
                    QUICK,
                    () -> false);
            double[] one = found.interval("depth", 0.68);
            double[] two = found.interval("depth", 0.95);
            within += one[0] <= 3400 && 3400 <= one[1] ? 1 : 0;
            within95 += two[0] <= 3400 && 3400 <= two[1] ? 1 : 0;
            assertThat(found.correlation("depth", "volume_change")).isGreaterThan(0.8);
            assertThat(found.fit().acceptance()).isBetween(0.1, 0.6);
        }
        // 68 % of 60 is 41 with a standard deviation of 3.6; 95 % is 57 with one of 1.7
        assertThat(within).isBetween(30, 52);
        assertThat(within95).isGreaterThanOrEqualTo(51);
    }

    @Test
    void a_rectangle_is_found_again() {
        Okada dike = new Okada(new FaultPlane(500, -800, 3000, 35, 70, 6000, 3000), 0, 0, 1.2);
        SearchBox box = new SearchBox(
                new double[] {-5000, -5000, 300, 0, 40, 1000, 500},
                new double[] {5000, 5000, 6000, 90, 90, 12_000, 8000});
        SourceEstimate found = SourceFit.of(
                white(survey(dike, 0.001, 120, 3)),
                List.of(new RectangleSource(false, false, true)),
                box,
                new FitSettings(400, 10, 3000, 4000, 2, false),
                () -> false);
        assertThat(found.fit().chi()).isBetween(0.8, 1.2);
        assertThat(found.best("strike")).isCloseTo(35, within(4 * found.deviation("strike") + 0.5));
        assertThat(found.best("dip")).isCloseTo(70, within(4 * found.deviation("dip") + 0.5));
        assertThat(found.best("length")).isCloseTo(6000, within(4 * found.deviation("length") + 50));
        double potency = found.best("length") * found.best("width") * found.best("opening");
        assertThat(potency).isCloseTo(6000 * 3000 * 1.2, within(0.1 * 6000 * 3000 * 1.2));
        assertThat(found.fit().residualReduction()).isGreaterThan(0.9);
    }

    @Test
    void the_same_seed_gives_the_same_answer_and_too_few_data_are_refused() {
        WhitenedData data = white(survey(new Mogi(0, 0, 3000, 1e6), 0.002, 40, 1));
        SourceEstimate one = SourceFit.of(data, List.of(new PointSource()), POINT_BOX, QUICK, () -> false);
        SourceEstimate two = SourceFit.of(data, List.of(new PointSource()), POINT_BOX, QUICK, () -> false);
        assertThat(one.interval("depth", 0.95)).isEqualTo(two.interval("depth", 0.95));
        WhitenedData few = white(survey(new Mogi(0, 0, 3000, 1e6), 0.002, 6, 1));
        assertThatThrownBy(() -> SourceFit.of(few, List.of(new PointSource()), POINT_BOX, QUICK, () -> false))
                .hasMessageContaining("too few");
    }
}
