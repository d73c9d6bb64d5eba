package org.geoanomaly.gam.pipeline.visual.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.config.GlobeProjection;
import org.geoanomaly.gam.pipeline.export.ReferenceTools;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlatGlobeTest {
    private static final double RADIUS = 6_378_137;
    /** Of half the map: PROJ computes Robinson with coefficients of single precision and six digits. */
    private static final double CLOSE = 1e-6;

    /** PROJ's own search for Mollweide's angle ends some 1e-5 short of the poles; there the law is the oracle. */
    private static final double POLEWARD = 88.75;

    private static double halfMap(GlobeProjection projection) {
        return projection == GlobeProjection.ROBINSON ? 0.8487 * Math.PI : 2 * Math.sqrt(2);
    }

    @ParameterizedTest
    @EnumSource
    void places_are_where_proj_has_them(GlobeProjection projection, @TempDir Path folder) throws IOException {
        ReferenceTools.require("gdaltransform", "--version");
        String name = projection == GlobeProjection.ROBINSON ? "robin" : "moll";
        StringBuilder asked = new StringBuilder();
        for (double lat = -POLEWARD; lat <= POLEWARD; lat += 1.25) {
            asked.append(String.format(Locale.ROOT, "%s %s%n", 3 * lat / 2, lat));
        }
        Path places = Files.writeString(folder.resolve("places.txt"), asked);
        String[] found = ReferenceTools.run(
                        "sh",
                        "-c",
                        "gdaltransform -s_srs '+proj=longlat +R=6378137 +no_defs' -t_srs '+proj=" + name
                                + " +R=6378137 +no_defs' -output_xy < '" + places + "'")
                .strip()
                .split("\n", -1);
        FlatGlobe globe = FlatGlobe.of(projection);
        double unit = RADIUS * halfMap(projection);
        assertThat(found).hasSize(143);
        for (int i = 0; i < found.length; i++) {
            double lat = -POLEWARD + 1.25 * i;
            String[] xy = found[i].strip().split(" ", -1);
            double[] ours = globe.place(3 * lat / 2, lat);
            assertThat(ours[0]).as("x at %s", lat).isCloseTo(Double.parseDouble(xy[0]) / unit, within(CLOSE));
            assertThat(ours[1] * globe.aspect())
                    .as("y at %s", lat)
                    .isCloseTo(Double.parseDouble(xy[1]) / unit, within(CLOSE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void heights_lead_back_to_their_latitudes(GlobeProjection projection) {
        FlatGlobe globe = FlatGlobe.of(projection);
        for (double lat = -89; lat <= 89; lat += 0.5) {
            double y = globe.height(lat);
            assertThat(globe.latitude(y)).isCloseTo(lat, within(1e-7));
            assertThat(globe.place(180, lat)[0]).isCloseTo(globe.halfWidth(y), within(1e-9));
        }
        assertThat(globe.height(90)).isCloseTo(1, within(1e-12));
        assertThat(globe.place(180, -90)[0])
                .isCloseTo(projection == GlobeProjection.ROBINSON ? 0.5322 : 0, within(1e-12));
        assertThat(globe.place(-180, 0)[0]).isCloseTo(-1, within(1e-12));
    }
}
