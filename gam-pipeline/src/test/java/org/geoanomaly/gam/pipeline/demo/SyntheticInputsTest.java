package org.geoanomaly.gam.pipeline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SyntheticInputsTest {
    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws Exception {
        assertThat(gdf(42)).isEqualTo(gdf(42)).isNotEqualTo(gdf(43));
    }

    @Test
    void the_csv_has_the_layout_of_emag2_version_3() throws Exception {
        StringWriter out = new StringWriter();
        new SyntheticInputs(42).writeEmag2(out);
        String[] rows = out.toString().split("\r\n", -1);
        assertThat(rows).hasSize(1440 * 720 + 1);
        assertThat(rows[0]).startsWith("1,1,0.125000,-89.875000,");
        assertThat(rows[1440 * 720 - 1]).startsWith("1440,720,359.875000,89.875000,");
        assertThat(rows).filteredOn(r -> r.endsWith(",99999,99999,999,-999")).hasSizeBetween(20_000, 200_000);
        for (int k = 0; k < 1440 * 720; k += 9973) {
            assertThat(rows[k]).matches("\\d+,\\d+,\\d+\\.\\d{6},-?\\d+\\.\\d{6},-?[\\d.]+,-?[\\d.]+,\\d+,-?\\d+");
        }
    }

    @Test
    void fields_are_continuous_across_the_antimeridian_and_have_their_bodies() {
        SyntheticGlobe globe = new SyntheticGlobe(42);
        assertThat(globe.gravity(12, 179.9999)).isCloseTo(globe.gravity(12, -179.9999), within(0.05));
        for (SyntheticGlobe.Body body : SyntheticGlobe.bodies()) {
            double contrast = globe.gravity(body.latitude(), body.longitude())
                    - new SyntheticGlobe(42).gravity(body.latitude(), body.longitude() + 12);
            assertThat(Math.abs(body.gravity()) < 50 || contrast * body.gravity() > 0)
                    .as(body.name())
                    .isTrue();
        }
    }

    private static String gdf(long seed) throws Exception {
        StringWriter out = new StringWriter();
        new SyntheticInputs(seed).writeGdf(out);
        return out.toString();
    }
}
