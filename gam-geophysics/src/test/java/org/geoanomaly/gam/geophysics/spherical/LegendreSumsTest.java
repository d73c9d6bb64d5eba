package org.geoanomaly.gam.geophysics.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegendreSumsTest {
    private static double[] functions(int degree, double sin, double cos, double q) {
        HarmonicCoefficients unit = new HarmonicCoefficients(degree);
        for (int m = 0; m <= degree; m++) {
            unit.set(degree, m, 1.0, 0.0);
        }
        Lanes lanes = new Lanes(1);
        lanes.set(0, sin, cos, q);
        double[] out = new double[degree + 1];
        new LegendreSums(new LegendreRecursion(degree), new HarmonicCoefficients[] {unit}, lanes)
                .forEachOrder((m, live, sums) -> out[m] = sums[0][0][0] + sums[0][1][0]);
        return out;
    }

    @Test
    void low_degrees_equal_their_closed_forms() {
        double phi = 0.7;
        double t = Math.sin(phi);
        double u = Math.cos(phi);
        assertThat(functions(0, t, u, 1)).containsExactly(1.0);
        assertThat(functions(1, t, u, 1))
                .containsExactly(new double[] {Math.sqrt(3) * t, Math.sqrt(3) * u}, within(1e-15));
        assertThat(functions(2, t, u, 1))
                .containsExactly(
                        new double[] {
                            Math.sqrt(5) * (3 * t * t - 1) / 2, Math.sqrt(15) * t * u, Math.sqrt(15) / 2 * u * u
                        },
                        within(2e-15));
        assertThat(functions(3, t, u, 1)[2]).isCloseTo(Math.sqrt(105) / 2 * t * u * u, within(2e-15));
        assertThat(functions(3, t, u, 1)[3]).isCloseTo(Math.sqrt(70) / 4 * u * u * u, within(2e-15));
    }

    // Σₘ P̄ₙₘ² = 2n + 1 at every latitude. The zonal recursion is conditioned like n²/2 · ulp(t) near the poles: 2e-10
    // at degree 2190.
    @ParameterizedTest
    @CsvSource({
        "360, 0",
        "360, 89.95",
        "1000, 45",
        "2190, 0",
        "2190, 0.05",
        "2190, 12.3",
        "2190, 30",
        "2190, 45",
        "2190, 60.01",
        "2190, 75",
        "2190, 80",
        "2190, 85",
        "2190, 88.5",
        "2190, 89.5",
        "2190, 89.95",
        "2190, 89.999",
        "2190, 89.999999",
        "2190, 90",
        "2700, 70"
    })
    void squares_of_one_degree_add_up_to_2n_plus_1(int degree, double latitude) {
        double phi = Math.toRadians(latitude);
        double sum = 0.0;
        for (double p : functions(degree, Math.sin(phi), latitude == 90 ? 0.0 : Math.cos(phi), 1.0)) {
            sum += p * p;
        }
        assertThat(sum / (2 * degree + 1)).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void the_power_of_the_radius_ratio_is_part_of_the_functions() {
        double q = 6_378_137.0 / 6_356_752.0;
        double[] scaled = functions(2190, Math.sin(1.2), Math.cos(1.2), q);
        double[] plain = functions(2190, Math.sin(1.2), Math.cos(1.2), 1.0);
        double factor = Math.pow(q, 2190);
        for (int m = 0; m <= 2190; m++) {
            assertThat(scaled[m]).isCloseTo(factor * plain[m], within(1e-10 * factor));
        }
    }

    @Test
    void a_lane_does_not_depend_on_its_neighbours() {
        HarmonicCoefficients c = Models.kaula(700, 3).potential().coefficients();
        double[] latitudes = {3, 88, 51, 20, 89.9, 66, 0};
        double[] together = new double[latitudes.length];
        double[] alone = new double[latitudes.length];
        sum(c, latitudes, together);
        for (int k = 0; k < latitudes.length; k++) {
            double[] one = new double[1];
            sum(c, new double[] {latitudes[k]}, one);
            alone[k] = one[0];
        }
        assertThat(together).containsExactly(alone);
    }

    private static void sum(HarmonicCoefficients c, double[] latitudes, double[] out) {
        Lanes lanes = new Lanes(latitudes.length);
        for (int k = 0; k < latitudes.length; k++) {
            double phi = Math.toRadians(latitudes[k]);
            lanes.set(k, Math.sin(phi), Math.cos(phi), 1.0);
        }
        new LegendreSums(new LegendreRecursion(c.maxDegree()), new HarmonicCoefficients[] {c}, lanes)
                .forEachOrder((m, live, sums) -> {
                    for (int k = 0; k < live; k++) {
                        out[k] += sums[0][0][k] + sums[0][1][k] + sums[0][2][k] + sums[0][3][k];
                    }
                });
    }
}
