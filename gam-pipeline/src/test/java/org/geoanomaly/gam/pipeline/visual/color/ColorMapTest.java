package org.geoanomaly.gam.pipeline.visual.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColorMapTest {
    /** End colours as printed in Crameri's tables. */
    @Test
    void maps_begin_and_end_with_the_published_colours() {
        assertThat(ColorMap.VIK.argb(0)).isEqualTo(0xff001261);
        assertThat(ColorMap.VIK.argb(255)).isEqualTo(0xff590008);
        assertThat(ColorMap.BATLOW.argb(0)).isEqualTo(0xff011959);
        assertThat(ColorMap.BATLOW.argb(255)).isEqualTo(0xfffaccfa);
    }

    @Test
    void vik_is_lightest_in_the_middle_and_batlow_grows_lighter_throughout() {
        for (int i = 1; i < 128; i++) {
            assertThat(luminance(ColorMap.VIK.argb(i))).isGreaterThanOrEqualTo(luminance(ColorMap.VIK.argb(i - 1)) - 1);
            assertThat(luminance(ColorMap.VIK.argb(255 - i)))
                    .isGreaterThanOrEqualTo(luminance(ColorMap.VIK.argb(256 - i)) - 1);
        }
        for (int i = 1; i < 256; i++) {
            assertThat(luminance(ColorMap.BATLOW.argb(i)))
                    .isGreaterThanOrEqualTo(luminance(ColorMap.BATLOW.argb(i - 1)) - 1);
        }
    }

    private static double luminance(int argb) {
        return 0.2126 * ((argb >> 16) & 0xff) + 0.7152 * ((argb >> 8) & 0xff) + 0.0722 * (argb & 0xff);
    }

    @Test
    void values_clamp_and_no_data_is_transparent() {
        assertThat(ColorMap.VIK.argb(-7, -6, 6)).isEqualTo(ColorMap.VIK.argb(0));
        assertThat(ColorMap.VIK.argb(6, -6, 6)).isEqualTo(ColorMap.VIK.argb(255));
        assertThat(ColorMap.VIK.argb(1e30, -6, 6)).isEqualTo(ColorMap.VIK.argb(255));
        assertThat(ColorMap.index(0, -6, 6)).isEqualTo(128);
        assertThat(ColorMap.index(-1e-9, -6, 6)).isEqualTo(127);
        assertThat(ColorMap.VIK.argb(Double.NaN, -6, 6)).isZero();
    }

    @Test
    void stops_span_the_range_in_css_notation() {
        List<ColorStop> stops = ColorMap.VIK.stops(-6, 6, 5);
        assertThat(stops).extracting(ColorStop::value).containsExactly(-6.0, -3.0, 0.0, 3.0, 6.0);
        assertThat(stops.get(0).color()).isEqualTo("#001261");
        assertThat(stops.get(4).color()).isEqualTo("#590008");
        // the middle lies between colours 127 (235 230 226) and 128 (236 229 224)
        assertThat(stops.get(2).color()).isEqualTo("#ece6e1");
    }
}
