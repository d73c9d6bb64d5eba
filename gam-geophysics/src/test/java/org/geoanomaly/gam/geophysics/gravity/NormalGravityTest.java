package org.geoanomaly.gam.geophysics.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalGravityTest {
    /** NIMA TR8350.2 table 3.4 and Moritz (2000) print ten decimals. */
    @Test
    void published_derived_constants_come_out() {
        assertThat(Ellipsoid.WGS84.equatorialGravity()).isCloseTo(9.7803253359, within(5.1e-11));
        assertThat(Ellipsoid.WGS84.polarGravity()).isCloseTo(9.8321849378, within(7e-11));
        assertThat(Ellipsoid.WGS84.surfacePotential()).isCloseTo(62636851.7146, within(6e-5));
        assertThat(Ellipsoid.WGS84.semiminorAxis()).isCloseTo(6356752.3142, within(6e-5));
        assertThat(Ellipsoid.GRS80.equatorialGravity()).isCloseTo(9.7803267715, within(5.1e-11));
        assertThat(Ellipsoid.GRS80.polarGravity()).isCloseTo(9.8321863685, within(5.1e-11));
        assertThat(Ellipsoid.GRS80.j2()).isCloseTo(108263e-8, within(1e-14));
        assertThat(Ellipsoid.GRS80.surfacePotential()).isCloseTo(62636860.850, within(6e-4));
        assertThat(Ellipsoid.GRS80.evenZonal(1)).isCloseTo(Ellipsoid.GRS80.j2(), within(1e-17));
        assertThat(Ellipsoid.GRS80.evenZonal(2)).isCloseTo(-0.00000237091222, within(1e-14));
        assertThat(Ellipsoid.GRS80.evenZonal(3)).isCloseTo(0.00000000608347, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-90, -60, -12.5, 0, 1e-9, 30, 45, 71.25, 90})
    void on_the_ellipsoid_it_is_somigliana(double latitude) {
        NormalGravity grs80 = new NormalGravity(Ellipsoid.GRS80);
        assertThat(grs80.value(latitude, 0)).isCloseTo(grs80.onEllipsoid(latitude), within(2e-14 * 9.8));
        assertThat(NormalGravity.at(latitude, 0))
                .isCloseTo(new NormalGravity(Ellipsoid.WGS84).onEllipsoid(latitude), within(2e-14 * 9.8));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,10000", "33,10000", "45,-3000", "60,400000", "90,10000", "-89.9,2500"})
    void it_is_the_gradient_of_the_normal_potential(double latitude, double height) {
        NormalGravity normal = new NormalGravity(Ellipsoid.WGS84);
        double[] at = meridian(latitude, height);
        double h = 200;
        double dp = derivative(normal, at, h, 0);
        double dz = derivative(normal, at, 0, h);
        // sixth-order differences of a potential of 6e7 m²/s² held to 1e-8 relative over 200 m steps
        assertThat(normal.value(latitude, height)).isCloseTo(Math.hypot(dp, dz), within(5e-10));
    }

    @Test
    void ten_kilometres_up_it_meets_the_series_of_heiskanen_and_moritz() {
        Ellipsoid e = Ellipsoid.WGS84;
        for (double latitude : new double[] {0, 20, 45, 80}) {
            double sin2 = Math.pow(Math.sin(Math.toRadians(latitude)), 2);
            double h = 10_000;
            double f = e.flattening();
            double a = e.semimajorAxis();
            double series = new NormalGravity(e).onEllipsoid(latitude)
                    * (1 - 2 / a * (1 + f + e.centrifugalRatio() - 2 * f * sin2) * h + 3 * h * h / (a * a));
            assertThat(NormalGravity.at(latitude, h)).isCloseTo(series, within(2e-6));
        }
        assertThat(NormalGravity.at(45, 10_000)).isLessThan(NormalGravity.at(45, 0) - 0.030);
    }

    @Test
    void the_potential_is_constant_on_the_ellipsoid() {
        NormalGravity normal = new NormalGravity(Ellipsoid.WGS84);
        for (double latitude = -90; latitude <= 90; latitude += 7.5) {
            double[] at = meridian(latitude, 0);
            assertThat(normal.potential(at[0], at[1]) / Ellipsoid.WGS84.surfacePotential())
                    .isCloseTo(1, within(2e-15 * 4));
        }
    }

    @Test
    void a_prolate_ellipsoid_is_refused() {
        assertThatThrownBy(() -> new Ellipsoid("x", 6e6, -300, 4e14, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-300");
    }

    private static double derivative(NormalGravity normal, double[] at, double dp, double dz) {
        double[] weight = {3.0 / 4, -3.0 / 20, 1.0 / 60};
        double sum = 0;
        for (int k = 1; k <= 3; k++) {
            sum += weight[k - 1]
                    * (normal.potential(at[0] + k * dp, at[1] + k * dz)
                            - normal.potential(at[0] - k * dp, at[1] - k * dz));
        }
        return sum / (dp + dz);
    }

    private static double[] meridian(double latitude, double height) {
        Ellipsoid e = Ellipsoid.WGS84;
        double sin = Math.sin(Math.toRadians(latitude));
        double cos = Math.cos(Math.toRadians(latitude));
        double n = e.semimajorAxis() / Math.sqrt(1 - e.eccentricitySquared() * sin * sin);
        return new double[] {(n + height) * cos, (n * (1 - e.eccentricitySquared()) + height) * sin};
    }
}
