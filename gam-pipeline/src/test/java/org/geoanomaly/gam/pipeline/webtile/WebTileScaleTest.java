package org.geoanomaly.gam.pipeline.webtile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebTileScaleTest {
    @ParameterizedTest
    @CsvSource({"-6,0", "6,255", "0,128", "-100,0", "100,255", "-0.0001,127", "-5.9766,0", "-5.9764,1"})
    void codes_round_half_up_and_clamp(double value, int code) {
        assertThat(WebTileScale.FUSED_Z.code(value)).isEqualTo(code);
    }

    @Test
    void a_code_is_never_further_than_half_a_step_from_its_value() {
        WebTileScale scale = WebTileScale.FUSED_Z;
        for (double v = -6; v <= 6; v += 0.0137) {
            assertThat(scale.value(scale.code(v))).isCloseTo(v, within(scale.scale() / 2 + 1e-12));
        }
        assertThat(scale.scale()).isEqualTo(12.0 / 255);
        assertThat(scale.offset()).isEqualTo(-6);
    }
}
