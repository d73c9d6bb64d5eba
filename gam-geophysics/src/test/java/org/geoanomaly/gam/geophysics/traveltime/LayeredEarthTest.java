package org.geoanomaly.gam.geophysics.traveltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.GamException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayeredEarthTest {
    private static final LayeredEarth AK135 = LayeredEarth.ak135();

    /** Table of first arrivals in ak135 for a source at the surface, as infrapy distributes it (five digits). */
    @ParameterizedTest
    @CsvSource({
        "1,19.17,32.135",
        "5,76.273,134.76",
        "10,144.89,257.79",
        "20,274.09,499.76",
        "30,370.25,669.13",
        "60,608.31,1101.9",
        "90,781.39,1435.4"
    })
    void first_arrivals_are_those_of_the_tables_of_ak135(double degrees, double p, double s) {
        assertThat(AK135.from(Wave.P, 0).at(degrees).time()).isCloseTo(p, within(0.05));
        assertThat(AK135.from(Wave.S, 0).at(degrees).time()).isCloseTo(s, within(0.1));
    }

    /** The figures of the manual of ObsPy, an implementation of its own. */
    @Test
    void first_arrivals_are_those_of_another_program_in_iasp91() {
        LayeredEarth iasp91 = LayeredEarth.iasp91();
        assertThat(iasp91.from(Wave.P, 55e3).at(67).time()).isCloseTo(647.041, within(0.02));
        assertThat(iasp91.from(Wave.S, 55e3).at(67).time()).isCloseTo(1176.948, within(0.02));
        FirstArrivals.FirstArrival p = iasp91.from(Wave.P, 100e3).at(45);
        assertThat(p.time()).isCloseTo(485.210, within(0.02));
        assertThat(p.rayParameter()).isCloseTo(Math.toRadians(453.7535), within(0.01));
        assertThat(p.phase()).isEqualTo("P");
    }

    @Test
    void velocities_are_those_of_ak135() {
        assertThat(AK135.velocity(Wave.P, 10e3)).isCloseTo(5800, within(1e-6));
        assertThat(AK135.velocity(Wave.P, 20e3)).isCloseTo(6500, within(1e-6));
        assertThat(AK135.velocity(Wave.S, 34e3)).isCloseTo(3850, within(1e-6));
        assertThat(AK135.velocity(Wave.P, 35e3)).isCloseTo(8040, within(1e-6));
        assertThat(AK135.velocity(Wave.P, -2000)).isCloseTo(5800, within(1e-6));
        assertThat(AK135.velocity(Wave.S, 4000e3)).isZero();
        assertThat(AK135.velocity(Wave.P, AK135.radius())).isBetween(11000.0, 11500.0);
        assertThatIllegalArgumentException().isThrownBy(() -> AK135.velocity(Wave.P, 6372e3));
    }

    /** Slope of the times is the ray parameter. */
    @Test
    void the_ray_parameter_is_the_slope_of_the_times() {
        FirstArrivals arrivals = AK135.from(Wave.P, 10e3);
        int compared = 0;
        for (double degrees = 0.4; degrees < 90; degrees += 7.3) {
            FirstArrivals.FirstArrival before = arrivals.at(degrees - 0.05);
            FirstArrivals.FirstArrival after = arrivals.at(degrees + 0.05);
            if (before.rayParameter() - after.rayParameter() > 0.3) {
                continue; // another wave overtakes between the two
            }
            double slope = (after.time() - before.time()) / 0.1;
            compared++;
            assertThat(arrivals.at(degrees).rayParameter()).isCloseTo(slope, within(0.05));
        }
        assertThat(compared).isGreaterThan(9);
    }

    /** Direct waves and Pn at every distance: within 0.2 s, with the steps of the model smeared over a node of 2 km. */
    @Test
    void marching_on_the_sphere_gives_the_times_of_the_layered_earth() {
        GridAxis longitude = GridAxis.spanning(0, 8, 0.02);
        GridAxis depth = GridAxis.spanning(0, 120e3, 2000);
        GridAxis equator = new GridAxis(0, 1, 1);
        double[] velocity = Media.sample(longitude, equator, depth, (x, y, z) -> AK135.velocity(Wave.P, z));
        VelocityGrid grid = VelocityGrid.spherical(longitude, equator, depth, AK135.radius(), velocity);
        TravelTimeField field = FastMarching.solve(grid, new Source(0.5, 0, 13e3));
        FirstArrivals arrivals = AK135.from(Wave.P, 13e3);
        for (double degrees = 0.1; degrees < 7.5; degrees += 0.3) {
            double time = field.timeAt(0.5 + degrees, 0, 0);
            assertThat(time).isCloseTo(arrivals.at(degrees).time(), within(0.2));
        }
    }

    @Test
    void a_constant_velocity_on_the_sphere_is_exact() {
        GridAxis longitude = new GridAxis(8, 0.25, 17);
        GridAxis latitude = new GridAxis(44, 0.2, 21);
        GridAxis depth = new GridAxis(-5000, 10e3, 12);
        double[] velocity = Media.sample(longitude, latitude, depth, (x, y, z) -> 6000);
        VelocityGrid grid = VelocityGrid.spherical(longitude, latitude, depth, 6371e3, velocity);
        Source source = new Source(9.9, 46.1, 40e3);
        TravelTimeField field = FastMarching.solve(grid, source);
        double[] from = position(source.x(), source.y(), source.z());
        for (int n = 0; n < grid.nodes(); n += 7) {
            double[] to = position(longitude.at(n % 17), latitude.at(n / 17 % 21), depth.at(n / 17 / 21));
            double chord = Math.sqrt(
                    Math.pow(to[0] - from[0], 2) + Math.pow(to[1] - from[1], 2) + Math.pow(to[2] - from[2], 2));
            assertThat(field.time(n)).isCloseTo(chord / 6000, within(1e-9));
        }
        Ray ray = field.trace(8.1, 44.1, 0);
        assertThat(ray.length()).isCloseTo(6000 * ray.time(), within(30.0));
        Ray straight = Ray.straight(grid, source, 8.1, 44.1, 0);
        assertThat(straight.time()).isCloseTo(ray.time(), within(1e-9));
    }

    private static double[] position(double longitude, double latitude, double depth) {
        double r = 6371e3 - depth;
        double a = Math.toRadians(longitude);
        double b = Math.toRadians(latitude);
        return new double[] {r * Math.cos(b) * Math.cos(a), r * Math.cos(b) * Math.sin(a), r * Math.sin(b)};
    }

    @Test
    void model_files_are_read() throws IOException {
        String dir = System.getenv("GAM_DATA_DIR");
        assertThat(dir != null || !"true".equals(System.getenv("CI"))).isTrue();
        Assumptions.assumeTrue(dir != null, "GAM_DATA_DIR is not set");
        Path models = Path.of(String.valueOf(dir), "seismic", "models");
        LayeredEarth tvel = LayeredEarth.tvel("ak135.tvel", Files.readString(models.resolve("ak135.tvel")));
        assertThat(tvel.from(Wave.P, 10e3).at(40).time())
                .isCloseTo(AK135.from(Wave.P, 10e3).at(40).time(), within(1e-3));
        LayeredEarth iasp91 = LayeredEarth.tvel("iasp91.tvel", Files.readString(models.resolve("iasp91.tvel")));
        assertThat(iasp91.from(Wave.P, 55e3).at(67).time()).isCloseTo(647.041, within(0.02));
        LayeredEarth prem = LayeredEarth.nd("prem.nd", Files.readString(models.resolve("prem.nd")));
        assertThat(prem.velocity(Wave.P, 10e3)).isCloseTo(5800, within(1e-6));
        assertThat(prem.from(Wave.P, 200e3).at(57.4).time()).isBetween(560.0, 575.0);
    }

    @Test
    void text_that_is_no_model_is_refused() {
        for (String text : new String[] {"", "a\nb\nthis is not a model\n", "a\nb\n0 5.8 3.4 2.7\n"}) {
            assertThatExceptionOfType(GamException.class)
                    .isThrownBy(() -> LayeredEarth.tvel("x.tvel", text))
                    .withMessageContaining("x.tvel is not a model of the earth");
        }
        assertThatExceptionOfType(GamException.class).isThrownBy(() -> LayeredEarth.nd("x.nd", "what\n"));
    }

    @Test
    void places_without_waves_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AK135.from(Wave.P, 3000e3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AK135.from(Wave.P, 0).at(181));
        assertThatExceptionOfType(GamException.class)
                .isThrownBy(() -> AK135.from(Wave.S, 0).at(170));
    }
}
