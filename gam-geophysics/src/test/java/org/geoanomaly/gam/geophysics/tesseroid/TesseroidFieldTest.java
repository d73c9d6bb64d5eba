package org.geoanomaly.gam.geophysics.tesseroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.geoanomaly.gam.geophysics.body.Prism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TesseroidFieldTest {
    private static final double RADIUS = 6_371_000;

    /** A shell attracts like a point at its centre (Newton); tesseroids all around it must too, near the poles as well. */
    @ParameterizedTest
    @CsvSource({"0, 1000", "45.3, 1000", "89.5, 1000", "90, 1000", "-60, 10000", "20, 260000"})
    void pieces_of_a_shell_are_a_shell(double latitude, double height) {
        double[] sum = new double[10];
        double bottom = RADIUS - 30_000;
        for (int south = -90; south < 90; south += 30) {
            for (int west = 0; west < 360; west += 60) {
                double[] v = TesseroidField.at(
                        new Tesseroid(west, west + 60, south, south + 30, bottom, RADIUS),
                        17,
                        latitude,
                        RADIUS + height);
                for (int i = 0; i < 10; i++) {
                    sum[i] += v[i];
                }
            }
        }
        double volume = 4.0 / 3 * Math.PI * (Math.pow(RADIUS, 3) - Math.pow(bottom, 3));
        double r = RADIUS + height;
        double gradient = volume / (r * r * r);
        assertThat(sum[0]).isCloseTo(volume / r, within(1e-8 * volume / r));
        assertThat(sum[3]).isCloseTo(-volume / (r * r), within(1e-6 * volume / (r * r)));
        assertThat(Math.hypot(sum[1], sum[2])).isLessThan(1e-6 * volume / (r * r));
        assertThat(sum[9]).isCloseTo(2 * gradient, within(1e-4 * 2 * gradient));
        assertThat(sum[4]).isCloseTo(-gradient, within(1e-4 * 2 * gradient));
        assertThat(sum[7]).isCloseTo(-gradient, within(1e-4 * 2 * gradient));
    }

    @Test
    void a_small_tesseroid_is_a_prism() {
        double half = Math.toDegrees(500 / RADIUS);
        Tesseroid small = new Tesseroid(10 - half, 10 + half, -half, half, RADIUS - 1000, RADIUS);
        double[] v = TesseroidField.at(small, 10, 0, RADIUS + 1000);
        double[] flat = new double[10];
        new Prism(-500, 500, -500, 500, -1000, 0).addIntegrals(0, 0, 1000, 1, flat);
        assertThat(v[0]).isCloseTo(flat[0], within(3e-4 * flat[0]));
        assertThat(v[3]).isCloseTo(flat[3], within(-3e-4 * flat[3]));
        assertThat(v[9]).isCloseTo(flat[9], within(3e-4 * flat[9]));
    }

    @Test
    void cutting_changes_nothing_and_the_trace_is_zero() {
        Tesseroid whole = new Tesseroid(-3, 4, 80, 85, RADIUS - 40_000, RADIUS);
        double[] v = TesseroidField.at(whole, 1, 84, RADIUS + 1000);
        double[] a = TesseroidField.at(new Tesseroid(-3, 0.3, 80, 85, RADIUS - 40_000, RADIUS), 1, 84, RADIUS + 1000);
        double[] b = TesseroidField.at(new Tesseroid(0.3, 4, 80, 85, RADIUS - 40_000, RADIUS), 1, 84, RADIUS + 1000);
        assertThat(a[3] + b[3]).isCloseTo(v[3], within(-1e-6 * v[3]));
        assertThat(v[4] + v[7] + v[9]).isCloseTo(0, within(1e-10));
        assertThat(a[9] + b[9]).isCloseTo(v[9], within(1e-4 * Math.abs(v[9])));
    }

    @Test
    void derivatives_are_differences_of_the_potential() {
        Tesseroid body = new Tesseroid(0, 2, 40, 41, RADIUS - 20_000, RADIUS);
        double r = RADIUS + 50_000;
        double[] v = TesseroidField.at(body, 3, 42, r);
        double h = 100;
        double up = (TesseroidField.at(body, 3, 42, r + h)[0] - TesseroidField.at(body, 3, 42, r - h)[0]) / (2 * h);
        double step = Math.toDegrees(h / r);
        double north =
                (TesseroidField.at(body, 3, 42 + step, r)[0] - TesseroidField.at(body, 3, 42 - step, r)[0]) / (2 * h);
        assertThat(up).isCloseTo(v[3], within(1e-4 * Math.abs(v[3])));
        assertThat(north).isCloseTo(v[2], within(1e-4 * Math.abs(v[2])));
    }

    @Test
    void a_flat_layer_is_four_percent_off_over_ten_degrees() {
        Tesseroid layer = new Tesseroid(-5, 5, -5, 5, RADIUS - 1000, RADIUS);
        double[] v = TesseroidField.at(layer, 0, 0, RADIUS + 10_000);
        double half = Math.toRadians(5) * RADIUS;
        double[] flat = new double[10];
        new Prism(-half, half, -half, half, -1000, 0).addIntegrals(0, 0, 10_000, 1, flat);
        assertThat(v[3] / flat[3]).isBetween(1.005, 1.08);
    }

    @Test
    void impossible_tesseroids_are_refused() {
        assertThatThrownBy(() -> new Tesseroid(0, 0, 0, 1, 0, 1)).hasMessageContaining("west = 0.0");
        assertThatThrownBy(() -> new Tesseroid(0, 1, -91, 1, 0, 1)).hasMessageContaining("south = -91.0");
        assertThatThrownBy(() -> new Tesseroid(0, 1, 0, 1, 2, 1)).hasMessageContaining("bottom = 2.0");
        assertThat(new Tesseroid(0, 360, -90, 90, 0, 1).volume()).isCloseTo(4.0 / 3 * Math.PI, within(1e-14));
    }
}
