package org.geoanomaly.gam.pipeline.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.pipeline.preprocess.station.BlockMeans;
import org.geoanomaly.gam.pipeline.preprocess.station.Duplicates;
import org.geoanomaly.gam.pipeline.preprocess.station.Neighbours;
import org.geoanomaly.gam.pipeline.preprocess.station.Outliers;
import org.geoanomaly.gam.pipeline.preprocess.station.Readings;
import org.junit.jupiter.api.Test;

/** Outliers, duplicates, neighbours and block means by themselves. */
class StationStepsTest {
    private static Readings readings(double[] e, double[] n, double[] h, double[] v, double sigma) {
        double[] u = new double[v.length];
        double[] none = new double[v.length];
        Arrays.fill(u, sigma);
        Arrays.fill(none, Double.NaN);
        return new Readings(new Readings.Places(e.clone(), n.clone(), e, n, h), v, u, none);
    }

    /** A smooth field with noise of 0.3, seen at random places 100 km around. */
    private static Readings smooth(int n, long seed) {
        Random random = new Random(seed);
        double[][] c = new double[4][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = 100_000 * random.nextDouble();
            c[1][i] = 100_000 * random.nextDouble();
            c[3][i] = 20 * Math.sin(c[0][i] / 15_000) + 1e-4 * c[1][i] + 0.3 * random.nextGaussian();
        }
        return readings(c[0], c[1], c[2], c[3], Double.NaN);
    }

    @Test
    void planted_outliers_are_exactly_those_found() {
        Readings clean = smooth(3000, 1);
        double[] value = clean.value().clone();
        int[] planted = new Random(2).ints(25, 0, 3000).sorted().distinct().toArray();
        for (int k = 0; k < planted.length; k++) {
            value[planted[k]] += (k % 2 == 0 ? 1 : -1) * (60 + 10 * k);
        }
        Readings spoilt = clean.withValues(value);
        int[] found = Outliers.find(spoilt, value, 6, Parallelism.sequential());
        assertThat(found).containsExactly(planted);
        Readings kept = Outliers.without(spoilt, found);
        assertThat(kept.size()).isEqualTo(3000 - planted.length);
        assertThat(Outliers.describe(spoilt, found, 6, "mGal"))
                .startsWith(planted.length + " of 3000 readings lie further than 6.00 robust standard deviations")
                .endsWith("and " + (planted.length - 5) + " more.");
    }

    @Test
    void nothing_is_an_outlier_in_clean_data_or_when_not_asked_for() {
        Readings clean = smooth(3000, 3);
        assertThat(Outliers.find(clean, clean.value(), 6, Parallelism.sequential()))
                .isEmpty();
        double[] value = clean.value().clone();
        value[7] += 1e6;
        assertThat(Outliers.find(clean.withValues(value), value, 0, Parallelism.sequential()))
                .isEmpty();
    }

    @Test
    void two_readings_of_one_place_become_their_weighted_mean_and_more_their_median() {
        double[] e = {0, 1000, 0.5, 2000, 1000, 1000.2, 0};
        double[] n = {0, 0, 0, 0, 0.1, 0, 0};
        double[] h = {10, 20, 10, 30, 20, 20, 500};
        double[] v = {1, 5, 4, 7, 6, 90, 2};
        double[] u = {1, 1, 2, 1, 1, 1, 1};
        double[] none = new double[7];
        Readings in = new Readings(new Readings.Places(e, n, e, n, h), v, u, none);
        Duplicates.Result result = Duplicates.combine(in, 1, 1);
        assertThat(result.combined()).isEqualTo(3);
        assertThat(result.places()).isEqualTo(2);
        assertThat(result.largest()).isEqualTo(85);
        // the one 490 m above the first place is another reading
        assertThat(result.readings().value()).containsExactly(new double[] {1.6, 6, 7, 2}, within(1e-12));
        assertThat(result.readings().uncertainty()[2]).isEqualTo(1);
        assertThat(result.readings().uncertainty()[0]).isGreaterThanOrEqualTo(1.5);
    }

    @Test
    void the_nearest_neighbours_are_those_of_a_plain_search() {
        Readings r = smooth(500, 4);
        Neighbours index = new Neighbours(r.easting(), r.northing());
        Neighbours.Found found = new Neighbours.Found(7);
        Random random = new Random(5);
        for (int t = 0; t < 200; t++) {
            double x = 160_000 * random.nextDouble() - 30_000;
            double y = 160_000 * random.nextDouble() - 30_000;
            index.nearest(x, y, t, found);
            int own = t;
            double[] plain = IntStream.range(0, 500)
                    .filter(i -> i != own)
                    .mapToDouble(i -> Math.hypot(r.easting()[i] - x, r.northing()[i] - y))
                    .sorted()
                    .limit(7)
                    .toArray();
            double[] ours = IntStream.range(0, 7).mapToDouble(found::distance).toArray();
            assertThat(ours).containsExactly(plain, within(1e-6));
        }
    }

    @Test
    void block_means_keep_the_mean_and_never_claim_more_than_was_stated() {
        Readings r = smooth(4000, 6);
        Readings stated = r.withValues(
                r.value(),
                readings(r.easting(), r.northing(), r.height(), r.value(), 2.0).uncertainty());
        Readings blocks = BlockMeans.of(stated, 5000);
        assertThat(blocks.size()).isLessThanOrEqualTo(400);
        assertThat(Arrays.stream(blocks.uncertainty())).allMatch(u -> u >= 2.0);
        assertThat(Arrays.stream(blocks.value()).average().orElseThrow())
                .isCloseTo(Arrays.stream(r.value()).average().orElseThrow(), within(0.5));
        Readings unknown = BlockMeans.of(r, 5000);
        assertThat(Arrays.stream(unknown.uncertainty())).allMatch(u -> u > 0 && u < 10);
    }
}
