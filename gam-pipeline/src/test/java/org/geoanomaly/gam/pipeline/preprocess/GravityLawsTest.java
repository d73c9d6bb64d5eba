package org.geoanomaly.gam.pipeline.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.geoanomaly.gam.geophysics.body.Body;
import org.geoanomaly.gam.geophysics.body.BodyField;
import org.geoanomaly.gam.geophysics.body.Prism;
import org.geoanomaly.gam.geophysics.gravity.NormalGravity;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.config.Regional;
import org.geoanomaly.gam.pipeline.config.RegionalMethod;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.junit.jupiter.api.Test;

/** Gravity as stations read it above a known body, sent through the whole chain. */
class GravityLawsTest {
    private static final int CELLS = 24;
    private static final double CELL = 2000;
    private static final BodyField BODY =
            new BodyField(List.of(Body.ofDensity(new Prism(-8000, 6000, -5000, 9000, -9000, -3000), 400)));

    private final Scene scene = Scene.of(-28.5, 24, CELLS, CELL);

    /** Scattered stations on hills of a few hundred metres, a little beyond the tile. */
    static final class Survey {
        final double[] lon;
        final double[] lat;
        final double[] height;
        final double[] anomaly;
        final double[] gravity;

        Survey(Scene scene, int n, long seed, double noise) {
            lon = new double[n];
            lat = new double[n];
            height = new double[n];
            anomaly = new double[n];
            gravity = new double[n];
            Random random = new Random(seed);
            double[] at = new double[2];
            for (int i = 0; i < n; i++) {
                double e = (random.nextDouble() - 0.5) * 1.2 * CELLS * CELL;
                double north = (random.nextDouble() - 0.5) * 1.2 * CELLS * CELL;
                scene.area().frame().toGeographic(e, north, at);
                lon[i] = at[0];
                lat[i] = at[1];
                height[i] = 1200 + 200 * Math.sin(e / 7000) * Math.cos(north / 9000);
                anomaly[i] = BODY.at(e, north, height[i]).gz() * 1e5 + noise * random.nextGaussian();
                gravity[i] = anomaly[i] + NormalGravity.at(lat[i], height[i]) * 1e5;
            }
        }

        RawData.Points gravity(RawData.Facts facts, double factor) {
            double[] v = new double[gravity.length];
            for (int i = 0; i < v.length; i++) {
                v[i] = gravity[i] * factor;
            }
            return Scene.points(facts, lon, lat, height, v);
        }
    }

    /** Root mean square of lattice values less the closed form at the nodes' own heights, over inner nodes. */
    private static double misfit(ProcessedData data) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < data.observations().size(); i++) {
            double e = data.observations().easting()[i];
            double north = data.observations().northing()[i];
            double truth = BODY.at(e, north, data.observations().height()[i]).gz() * 1e5;
            double d = data.observations().value()[i] - truth;
            sum += d * d;
            n++;
        }
        return Math.sqrt(sum / n);
    }

    @Test
    void the_lattice_has_the_closed_form_of_a_planted_prism() {
        Survey survey = new Survey(scene, 1500, 1, 0);
        ProcessedData data = scene.process(survey.gravity(Scene.gravity("gravity"), 1));
        assertThat(data.quantity()).isEqualTo("free_air_anomaly");
        assertThat(data.observations().size()).isEqualTo(CELLS * CELLS);
        // the anomaly reaches 52 mGal; sources 2 km apart follow it to half a per cent
        assertThat(misfit(data)).isLessThan(0.3);
        assertThat(Arrays.stream(data.observations().height())).allMatch(h -> h > 950 && h < 1450);
    }

    @Test
    void uncertainties_are_those_of_the_noise() {
        Survey survey = new Survey(scene, 1500, 2, 2.0);
        ProcessedData data = scene.process(survey.gravity(Scene.gravity("gravity"), 1));
        double misfit = misfit(data);
        double mean = Arrays.stream(data.observations().uncertainty()).average().orElseThrow();
        assertThat(misfit).isLessThan(2.0);
        assertThat(mean).isBetween(misfit, 3.5);
    }

    @Test
    void the_result_does_not_depend_on_the_number_of_threads() {
        Survey survey = new Survey(scene, 400, 3, 1.0);
        RawData.Points points = survey.gravity(Scene.gravity("gravity"), 1);
        assertThat(scene.process(points, 1).observations().value())
                .containsExactly(scene.process(points, 3).observations().value());
    }

    @Test
    void gravity_in_other_units_is_recognised_when_nobody_states_one() {
        Survey survey = new Survey(scene, 300, 4, 0.5);
        double[] expected = scene.process(survey.gravity(Scene.gravity("gravity"), 1))
                .observations()
                .value();
        double[] factors = {10, 1e-5};
        for (double factor : factors) {
            ProcessedData data =
                    scene.process(survey.gravity(Scene.facts("gravity", "", Unit.MILLIGAL, false), factor));
            assertThat(data.unit()).isEqualTo(Unit.MILLIGAL);
            assertThat(data.notes()).anyMatch(n -> n.contains("were converted"));
            for (int i = 0; i < expected.length; i++) {
                assertThat(data.observations().value()[i]).isCloseTo(expected[i], within(0.05));
            }
        }
    }

    @Test
    void values_that_are_anomalies_already_are_not_reduced_again() {
        Survey survey = new Survey(scene, 600, 5, 0.2);
        ProcessedData reduced = scene.process(survey.gravity(Scene.gravity("gravity"), 1));
        ProcessedData given = scene.process(
                Scene.points(Scene.gravity("free_air_anomaly"), survey.lon, survey.lat, survey.height, survey.anomaly));
        for (int i = 0; i < given.observations().size(); i++) {
            assertThat(given.observations().value()[i])
                    .isCloseTo(reduced.observations().value()[i], within(0.05));
        }
        ProcessedData bouguer = scene.withBouguer(BouguerCorrection.PLATE)
                .process(Scene.points(
                        Scene.gravity("bouguer_anomaly"), survey.lon, survey.lat, survey.height, survey.anomaly));
        assertThat(bouguer.observations().value())
                .containsExactly(given.observations().value());
        assertThat(bouguer.notes()).anyMatch(n -> n.contains("no Bouguer correction was applied again"));
    }

    @Test
    void a_plate_takes_off_two_pi_g_rho_h() {
        Survey survey = new Survey(scene, 800, 6, 0);
        // what stations on a plateau read: the body and a plate of their own height
        double[] value = survey.anomaly.clone();
        for (int i = 0; i < value.length; i++) {
            value[i] += 2 * Math.PI * 6.6743e-11 * 2670 * survey.height[i] * 1e5;
        }
        ProcessedData data = scene.withBouguer(BouguerCorrection.PLATE)
                .process(Scene.points(Scene.gravity("free_air_anomaly"), survey.lon, survey.lat, survey.height, value));
        assertThat(data.quantity()).isEqualTo("simple_bouguer_anomaly");
        ProcessedData bare = scene.process(
                Scene.points(Scene.gravity("free_air_anomaly"), survey.lon, survey.lat, survey.height, survey.anomaly));
        for (int i = 0; i < data.observations().size(); i++) {
            assertThat(data.observations().value()[i])
                    .isCloseTo(bare.observations().value()[i], within(0.05));
        }
    }

    @Test
    void a_planted_regional_plane_is_removed() {
        Survey survey = new Survey(scene, 1200, 7, 0);
        double[] tilted = survey.anomaly.clone();
        double[] at = new double[2];
        for (int i = 0; i < tilted.length; i++) {
            scene.area().frame().toLocal(survey.lon[i], survey.lat[i], at);
            tilted[i] += 30 + 1e-3 * at[0] - 2e-3 * at[1];
        }
        Scene flat = scene.withRegional(new Regional(RegionalMethod.POLYNOMIAL, 1, 100));
        ProcessedData with = flat.process(
                Scene.points(Scene.gravity("gravity_anomaly"), survey.lon, survey.lat, survey.height, tilted));
        ProcessedData without = flat.process(
                Scene.points(Scene.gravity("gravity_anomaly"), survey.lon, survey.lat, survey.height, survey.anomaly));
        // the plane spans 137 mGal; weights are errors found from the data, so the two fits differ a little
        for (int i = 0; i < with.observations().size(); i++) {
            assertThat(with.observations().value()[i])
                    .isCloseTo(without.observations().value()[i], within(3.0));
        }
        assertThat(with.notes()).anyMatch(n -> n.contains("polynomial of degree 1"));
    }

    @Test
    void nodes_far_from_any_station_stay_empty_and_are_counted() {
        Survey survey = new Survey(scene, 3000, 8, 0.1);
        double[] at = new double[2];
        double[] value = survey.anomaly.clone();
        for (int i = 0; i < value.length; i++) {
            scene.area().frame().toLocal(survey.lon[i], survey.lat[i], at);
            value[i] = at[0] > 0 ? Double.NaN : value[i];
        }
        ProcessedData data = scene.process(
                Scene.points(Scene.gravity("gravity_anomaly"), survey.lon, survey.lat, survey.height, value));
        int empty = 0;
        for (int k = 0; k < CELLS * CELLS; k++) {
            boolean far = k % CELLS * CELL - 23_000 > 5000;
            float v = Objects.requireNonNull(data.lattice()).value()[k];
            assertThat(Float.isNaN(v) || !far).as("node %s", k).isTrue();
            empty += Float.isNaN(v) ? 1 : 0;
        }
        assertThat(empty).isBetween(9 * CELLS, 12 * CELLS);
        assertThat(data.observations().size()).isEqualTo(CELLS * CELLS - empty);
        String count = empty + " of " + CELLS * CELLS + " nodes";
        assertThat(data.notes()).anyMatch(n -> n.startsWith(count));
        assertThat(data.notes()).anyMatch(n -> n.contains("of 3000 readings have no value"));
    }
}
