package org.geoanomaly.gam.pipeline.export.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A rounded number is the very one that its text says, so that every file holds the same. */
class DecimalsTest {
    @Test
    void a_rounded_longitude_is_what_its_text_says_anywhere() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double longitude = Decimals.longitude(random.nextDouble(-540, 540), 7);
            assertThat(Double.parseDouble(Decimals.text(longitude, 7))).isEqualTo(longitude);
            assertThat(longitude).isBetween(-180.0, 179.9999999);
        }
        assertThat(Decimals.longitude(140.7669625, 7)).isEqualTo(140.7669625);
    }

    @Test
    void what_rounds_to_180_is_on_the_other_side() {
        assertThat(Decimals.longitude(179.99999999, 7)).isEqualTo(-180);
        assertThat(Decimals.longitude(-180.00000001, 7)).isEqualTo(-180);
    }
}
