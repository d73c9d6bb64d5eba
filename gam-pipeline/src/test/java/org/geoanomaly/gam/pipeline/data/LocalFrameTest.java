package org.geoanomaly.gam.pipeline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plane of a tile against PROJ, and by its own laws. */
class LocalFrameTest {
    /** Latitude and longitude of tile centres: everyday ones, near both poles, on the antimeridian, on the equator. */
    private static final double[][] CENTRES = {
        {-28.5, 24.0}, {52.0, -1.5}, {0.0, 0.0}, {88.0, 40.0}, {-89.0, -120.0}, {-17.0, 180.0}, {65.0, -179.9}
    };

    @TempDir
    Path dir;

    @Test
    void places_lie_within_a_millimetre_of_where_proj_puts_them() throws Exception {
        for (double[] centre : CENTRES) {
            LocalFrame frame = new LocalFrame(centre[0], centre[1]);
            List<double[]> places = around(frame);
            List<double[]> theirs = proj(frame, places);
            double[] ours = new double[2];
            for (int i = 0; i < places.size(); i++) {
                frame.toLocal(places.get(i)[0], places.get(i)[1], ours);
                double off = Math.hypot(ours[0] - theirs.get(i)[0], ours[1] - theirs.get(i)[1]);
                assertThat(off)
                        .as("%s, %s in the frame of %s, %s", places.get(i)[1], places.get(i)[0], centre[0], centre[1])
                        .isLessThan(1e-3);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-28.5, 24", "52, -1.5", "0, 0", "88, 40", "-89, -120", "-17, 180", "65, -179.9", "90, 0"})
    void there_and_back_is_the_same_place(double latitude, double longitude) {
        LocalFrame frame = new LocalFrame(latitude, longitude);
        double[] degrees = new double[2];
        double[] metres = new double[2];
        for (double e = -400_000; e <= 400_000; e += 100_000) {
            for (double n = -400_000; n <= 400_000; n += 100_000) {
                frame.toGeographic(e, n, degrees);
                assertThat(degrees[0]).isBetween(-180.0, 180.0);
                frame.toLocal(degrees[0], degrees[1], metres);
                assertThat(Math.hypot(metres[0] - e, metres[1] - n))
                        .as("%s, %s", e, n)
                        .isLessThan(5e-3); // the library's series from authalic to geodetic latitude
            }
        }
    }

    @Test
    void the_antimeridian_is_no_edge() {
        LocalFrame frame = new LocalFrame(-17, 179.9);
        double[] west = new double[2];
        double[] east = new double[2];
        frame.toLocal(179.999, -17, west);
        frame.toLocal(-179.999, -17, east);
        assertThat(east[0] - west[0]).isCloseTo(0.002 * 111_320 * Math.cos(Math.toRadians(17)), within(1.0));
        frame.toLocal(180.101, -17, west);
        frame.toLocal(-179.899, -17, east);
        assertThat(east[0]).isCloseTo(west[0], within(1e-6));
    }

    @Test
    void distances_from_the_centre_are_true_to_a_thousandth_within_400_km() {
        LocalFrame frame = new LocalFrame(-28.5, 24);
        double[] at = new double[2];
        double degrees = 400_000 / 110_900.0;
        frame.toLocal(24, -28.5 + degrees, at);
        // length of the meridian arc by the series of Snyder (1987), eq. 3-21
        double arc = meridian(-28.5 + degrees) - meridian(-28.5);
        assertThat(at[1] / arc).isCloseTo(1, within(1e-3));
        assertThat(at[0]).isCloseTo(0, within(1e-6));
    }

    private static double meridian(double latitude) {
        double a = 6378137;
        double e2 = 0.00669437999014;
        double phi = Math.toRadians(latitude);
        return a
                * ((1 - e2 / 4 - 3 * e2 * e2 / 64) * phi
                        - (3 * e2 / 8 + 3 * e2 * e2 / 32) * Math.sin(2 * phi)
                        + 15 * e2 * e2 / 256 * Math.sin(4 * phi));
    }

    /** Longitude and latitude of places within 400 km of the centre of a frame. */
    private static List<double[]> around(LocalFrame frame) {
        List<double[]> places = new ArrayList<>();
        for (double e = -400_000; e <= 400_000; e += 133_000) {
            for (double n = -400_000; n <= 400_000; n += 133_000) {
                double[] at = new double[2];
                frame.toGeographic(e, n, at);
                places.add(at);
            }
        }
        return places;
    }

    private List<double[]> proj(LocalFrame frame, List<double[]> places) throws IOException, InterruptedException {
        Path in = dir.resolve("places.txt");
        Path out = dir.resolve("metres.txt");
        List<String> lines = places.stream()
                .map(p -> String.format(Locale.ROOT, "%.17g %.17g", p[0], p[1]))
                .toList();
        Files.write(in, lines);
        try {
            Process process = new ProcessBuilder(
                            "gdaltransform",
                            "-s_srs",
                            "+proj=longlat +datum=WGS84 +no_defs",
                            "-t_srs",
                            frame.crs().id(),
                            "-output_xy")
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .start();
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(errors).isZero();
        } catch (IOException e) {
            if ("true".equals(System.getenv("CI"))) {
                fail("gdaltransform is needed: " + e.getMessage());
            }
            abort("gdaltransform is not installed");
        }
        return Files.readAllLines(out).stream()
                .map(line -> line.trim().split("\\s+", -1))
                .map(v -> new double[] {Double.parseDouble(v[0]), Double.parseDouble(v[1])})
                .toList();
    }
}
