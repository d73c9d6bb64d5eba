package org.geoanomaly.gam.geophysics.equivalent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.equivalent.StationGridding.Nodes;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.grid.error.GamException;
import org.junit.jupiter.api.Test;

/** Scattered stations at uneven heights over two prisms, against the closed form elsewhere. */
class EquivalentSourcesTest {
    private static final BodyField FIELD = new BodyField(List.of(
            Body.ofDensity(new Prism(5000, 9000, 6000, 9000, -4000, -1500), 300),
            Body.ofDensity(new Prism(12_000, 14_000, 11_000, 15_000, -3000, -1200), -250)));
    private static final double SIDE = 20_000;
    private static final Nodes INNER = new Nodes(3000, 3000, 500, 500, 29, 29);
    private static final SourceSettings QUICK =
            SourceSettings.standard().withFolds(0).fixed(0.5, 2.0, 1e-6);

    /**
     * The tolerance is 1 % of the anomaly's range of some 13 mGal: stations are 400 m apart, the bodies 1200 m deep, so waves that the stations
     * cannot see have e^(−2π·1200/800) = 1e-4 of the amplitude; the rest is the plane's and the finite survey's doing.
     */
    @Test
    void uneven_stations_give_the_prisms_field_on_a_level_grid() {
        EquivalentSourceModel model = fit(stations(2500, 1, 0.0, 0.0), QUICK);
        double[] expected = truth(INNER.at(300));
        assertThat(largest(model.predict(INNER.at(300), Parallelism.sequential()), expected))
                .isLessThan(0.01 * range(expected));
        assertThat(model.residualRms()).isLessThan(0.002 * range(expected));
    }

    /** In the middle, as far from the edge as several times the height: what lies outside the survey is not known. 2 % of the range below. */
    @Test
    void upward_continuation_is_the_field_higher_up() {
        EquivalentSourceModel model = fit(stations(2500, 1, 0.0, 0.0), QUICK);
        ObservationPoints high = new Nodes(6000, 6000, 500, 500, 17, 17).at(1300);
        assertThat(largest(model.predict(high, Parallelism.sequential()), truth(high)))
                .isLessThan(0.02 * range(truth(INNER.at(300))));
    }

    @Test
    void a_plane_comes_back_as_it_was() {
        Stations flat = stations(600, 2, 0.0, 0.0);
        double[] plane = new double[flat.size()];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = 980_000 + 0.002 * flat.easting()[i] - 0.001 * flat.northing()[i];
        }
        double[] out = fit(flat.withValues(plane), QUICK).predict(INNER.at(500), Parallelism.sequential());
        for (int k = 0; k < out.length; k++) {
            double e = 3000 + 500 * (k % 29);
            double n = 3000 + 500 * ((k - k % 29) / 29.0);
            assertThat(out[k]).isCloseTo(980_000 + 0.002 * e - 0.001 * n, within(1e-5));
        }
    }

    @Test
    void a_constant_added_to_the_data_is_added_to_the_field() {
        double[] low = fit(stations(900, 3, 0.0, 0.0), QUICK).predict(INNER.at(300), Parallelism.sequential());
        double[] high = fit(stations(900, 3, 0.0, 5000.0), QUICK).predict(INNER.at(300), Parallelism.sequential());
        for (int k = 0; k < low.length; k++) {
            assertThat(high[k] - low[k]).isCloseTo(5000, within(1e-3));
        }
    }

    /** A hundred stations thrice more, at the same place and above it. */
    @Test
    void stations_at_one_place_do_no_harm() {
        Stations once = stations(2000, 4, 0.0, 0.0);
        int n = once.size();
        double[][] c = new double[4][n + 300];
        for (int i = 0; i < n + 300; i++) {
            int from = i < n ? i : (i - n) % 100;
            c[0][i] = once.easting()[from];
            c[1][i] = once.northing()[from];
            c[2][i] = once.height()[from] + (i >= n + 200 ? 400 : 0);
            c[3][i] = FIELD.at(c[0][i], c[1][i], c[2][i]).gz() * 1e5;
        }
        EquivalentSourceModel model = fit(Stations.of(c[0], c[1], c[2], c[3], null), QUICK);
        double[] expected = truth(INNER.at(300));
        assertThat(largest(model.predict(INNER.at(300), Parallelism.sequential()), expected))
                .isLessThan(0.02 * range(expected));
    }

    /** Noise of 0.3 mGal: a held-out value differs from a good prediction by its own noise, and by what noise remains in the prediction. */
    @Test
    void cross_validation_finds_the_planted_noise() {
        SourceSettings settings = new SourceSettings(
                new LayerKernel.Attraction(), 0, List.of(0.5), List.of(2.0), List.of(1e-6, 1e-2, 1e-1), 3, 20, 1);
        EquivalentSourceModel model = fit(stations(2500, 5, 0.3, 0.0), settings);
        CrossValidation error = model.crossValidation();
        assertThat(error.stations()).isEqualTo(2500);
        assertThat(error.rms()).isBetween(0.29, 0.36);
        assertThat(error.r2()).isBetween(0.9, 1.0);
        double[] expected = truth(INNER.at(300));
        double[] actual = model.predict(INNER.at(300), Parallelism.sequential());
        double sum = 0.0;
        for (int k = 0; k < actual.length; k++) {
            sum += (actual[k] - expected[k]) * (actual[k] - expected[k]);
        }
        assertThat(Math.sqrt(sum / actual.length)).isLessThan(0.15);
        GriddedField grid = StationGridding.grid(model, INNER.at(300), 1.5, Parallelism.sequential());
        double[] sigma = grid.uncertainty().clone();
        Arrays.sort(sigma);
        assertThat(sigma[sigma.length / 2]).isCloseTo(error.rms(), within(0.05));
    }

    @Test
    void stations_with_large_uncertainty_count_little() {
        Stations clean = stations(2000, 6, 0.0, 0.0);
        double[] values = clean.value().clone();
        double[] sigma = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean bad = i % 3 == 0;
            values[i] += bad ? 5.0 * (i % 2 == 0 ? 1 : -1) : 0.0;
            sigma[i] = bad ? 5.0 : 0.05;
        }
        Stations weighted = Stations.of(clean.easting(), clean.northing(), clean.height(), values, sigma);
        double[] expected = truth(INNER.at(300));
        assertThat(largest(fit(weighted, QUICK).predict(INNER.at(300), Parallelism.sequential()), expected))
                .isLessThan(0.05 * range(expected));
    }

    @Test
    void nothing_is_said_far_from_stations() {
        Stations all = stations(2500, 1, 0.0, 0.0);
        EquivalentSourceModel model = fit(all, QUICK);
        Nodes wide = new Nodes(-10_000, -10_000, 1000, 1000, 41, 41);
        GriddedField grid = StationGridding.grid(model, wide.at(400), StationGridding.REACH, Parallelism.sequential());
        double reach = StationGridding.REACH * model.spacing();
        int valid = 0;
        for (int k = 0; k < grid.values().length; k++) {
            assertThat(Double.isNaN(grid.values()[k])).isEqualTo(grid.distance()[k] > reach);
            assertThat(grid.distance()[k])
                    .isCloseTo(
                            nearest(all, -10_000 + 1000.0 * (k % 41), -10_000 + 1000.0 * ((k - k % 41) / 41.0)),
                            within(1e-6));
            valid += Double.isNaN(grid.values()[k]) ? 0 : 1;
        }
        assertThat(valid).isBetween(380, 500);
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        Stations stations = stations(1500, 7, 0.1, 0.0);
        SourceSettings settings = SourceSettings.standard().withFolds(2).fixed(0.5, 2.0, 1e-4);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            Parallelism four = Parallelism.of(executor, 4);
            EquivalentSourceModel one =
                    EquivalentSources.fit(stations, settings, Parallelism.sequential(), FitMonitor.SILENT);
            EquivalentSourceModel many = EquivalentSources.fit(stations, settings, four, FitMonitor.SILENT);
            assertThat(many.crossValidation()).isEqualTo(one.crossValidation());
            assertThat(many.predict(INNER.at(300), four))
                    .isEqualTo(one.predict(INNER.at(300), Parallelism.sequential()));
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void one_station_or_none_is_refused_in_a_sentence() {
        double[] one = {1.0};
        Stations single = Stations.of(one, one, one, one, null);
        assertThatThrownBy(() -> fit(single, QUICK))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("1 stations at 1 different places");
        double[] none = {Double.NaN, Double.NaN};
        assertThatThrownBy(() -> Stations.of(new double[2], new double[2], new double[2], none, null))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("none of the 2 stations");
        double[] line = {0, 1e9, 2e9, 3e9, 4e9};
        assertThatThrownBy(() -> fit(Stations.of(line, line, line, line, null), QUICK.withSpacing(0.01)))
                .isInstanceOf(GamException.class)
                .hasMessageContaining("too small");
    }

    @Test
    void a_single_profile_can_be_fitted() {
        int n = 200;
        double[][] c = new double[4][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = 100.0 * i;
            c[1][i] = 7500;
            c[2][i] = 100 + 50 * Math.sin(0.3 * i);
            c[3][i] = FIELD.at(c[0][i], c[1][i], c[2][i]).gz() * 1e5;
        }
        EquivalentSourceModel model = fit(Stations.of(c[0], c[1], c[2], c[3], null), QUICK);
        assertThat(model.residualRms()).isLessThan(0.1);
    }

    @Test
    void progress_rises_to_one_and_a_fit_can_be_cancelled() {
        double[] last = {0.0};
        FitMonitor watching = new FitMonitor() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void progress(double share) {
                assertThat(share).isBetween(last[0], 1.0 + 1e-9);
                last[0] = share;
            }
        };
        Stations stations = stations(400, 8, 0.1, 0.0);
        EquivalentSources.fit(stations, SourceSettings.standard().withFolds(2), Parallelism.sequential(), watching);
        assertThat(last[0]).isEqualTo(1.0);
        AtomicInteger asked = new AtomicInteger();
        FitMonitor stopping = new FitMonitor() {
            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 3;
            }

            @Override
            public void progress(double share) {}
        };
        assertThatThrownBy(() -> EquivalentSources.fit(stations, QUICK, Parallelism.sequential(), stopping))
                .isInstanceOf(CancellationException.class);
    }

    /** Stations anywhere in the square, 50…500 m high: a draped survey over rough ground. */
    private static Stations stations(int n, long seed, double noise, double constant) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] c = new double[4][n];
        int side = (int) Math.ceil(Math.sqrt(n));
        for (int i = 0; i < n; i++) {
            c[0][i] = (i % side + random.nextDouble()) * SIDE / side;
            c[1][i] = ((i - i % side) / (double) side + random.nextDouble()) * SIDE / side;
            c[2][i] = 275 + 150 * Math.sin(c[0][i] / 1500) * Math.cos(c[1][i] / 1900) + 50 * random.nextDouble(-1, 1);
            c[3][i] = FIELD.at(c[0][i], c[1][i], c[2][i]).gz() * 1e5 + noise * random.nextGaussian() + constant;
        }
        return Stations.of(c[0], c[1], c[2], c[3], null);
    }

    private static EquivalentSourceModel fit(Stations stations, SourceSettings settings) {
        return EquivalentSources.fit(stations, settings, Parallelism.sequential(), FitMonitor.SILENT);
    }

    private static double[] truth(ObservationPoints points) {
        double[] out = new double[points.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = FIELD.at(points.easting(i), points.northing(i), points.height(i))
                            .gz()
                    * 1e5;
        }
        return out;
    }

    private static double nearest(Stations stations, double e, double n) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < stations.size(); i++) {
            best = Math.min(best, Math.hypot(stations.easting()[i] - e, stations.northing()[i] - n));
        }
        return best;
    }

    private static double largest(double[] actual, double[] expected) {
        double max = 0.0;
        for (int i = 0; i < actual.length; i++) {
            max = Math.max(max, Math.abs(actual[i] - expected[i]));
        }
        return max;
    }

    private static double range(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }
}
