package org.geoanomaly.gam.pipeline.visual.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.geoanomaly.gam.pipeline.visual.sheet.ColorScale;
import org.geoanomaly.gam.pipeline.visual.sheet.Sheet;
import org.geoanomaly.gam.pipeline.visual.sheet.TextLines;
import org.geoanomaly.gam.pipeline.visual.sheet.TextStyle;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapPartsTest {
    private static final float NAN = Float.NaN;

    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 0.013, 0.3, 1, 1.01, 2.4, 7, 59, 999, 1234567})
    void steps_and_limits_are_round_and_just_large_enough(double range) {
        double step = Ticks.step(range, 6);
        assertThat(range / step).isLessThanOrEqualTo(6 + 1e-6).isGreaterThan(2.3);
        double limit = Ticks.ceiling(range);
        assertThat(limit).isGreaterThanOrEqualTo(range * (1 - 1e-9)).isLessThan(range * 1.34);
        double part = Ticks.part(limit, true);
        assertThat(limit / part).isCloseTo(Math.rint(limit / part), within(1e-6));
    }

    @Test
    void labels_have_the_decimals_of_their_step() {
        assertThat(Ticks.label(-2.5, 2.5)).isEqualTo("\u22122.5");
        assertThat(Ticks.label(20, 5)).isEqualTo("20");
        assertThat(Ticks.label(-1e-12, 0.1)).isEqualTo("0.0");
        assertThat(Ticks.signed(0.25, 0.05)).isEqualTo("+0.25");
        assertThat(Ticks.longitude(181.5, 0.5)).isEqualTo("178.5°W");
        assertThat(Ticks.longitude(180, 1)).isEqualTo("180°");
        assertThat(Ticks.latitude(-63.2, 0.1)).isEqualTo("63.2°S");
        assertThat(Ticks.brief(2.50)).isEqualTo("2.5");
    }

    /** Against the distance on a sphere, which differs from the ellipsoid's parallel by less than 0.7 %. */
    @ParameterizedTest
    @ValueSource(doubles = {-70, -30, 0, 45, 64, 80})
    void scale_bar_is_true_along_its_parallel(double south) {
        MapFrame frame = MapFrame.fit(new Extent(10, 13, south, south + 2), 100, 100, 1500, 1500);
        ScaleBar bar = ScaleBar.of(frame, List.of());
        Rectangle2D panel = bar.panel();
        double y = panel.getCenterY();
        double latitude = frame.extent().north()
                - (y - frame.box().getY())
                        / frame.box().getHeight()
                        * frame.extent().height();
        double degrees = bar.length() / frame.box().getWidth() * frame.extent().width();
        double sphere = 6_371_000 * Math.toRadians(degrees) * Math.cos(Math.toRadians(latitude));
        assertThat(bar.metres()).isCloseTo(sphere, within(0.007 * sphere));
        assertThat(frame.box().contains(panel)).isTrue();
    }

    @Test
    void cells_have_their_colour_and_holes_are_hatched() throws IOException {
        float[] values = {-5, NAN, 5, 0, 2, NAN};
        ColorScale colors = ColorScale.signed(ColorMap.VIK, values);
        Sheet sheet = new Sheet(400);
        new FieldPainter(Axis.even(3), Axis.even(2), values)
                .paint(sheet, new Rectangle2D.Double(0, 0, 300, 200), colors, false);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(sheet.png(1)));
        assertThat(image.getRGB(49, 49)).isEqualTo(colors.rgb(-5));
        assertThat(image.getRGB(250, 49)).isEqualTo(colors.rgb(5));
        int hole = image.getRGB(150, 50);
        assertThat(Math.abs(((hole >> 16) & 0xff) - (hole & 0xff))).isLessThan(15);
        assertThat(image.getRGB(150, 350)).isEqualTo(0xffffffff);
    }

    @Test
    void layers_of_uneven_thickness_keep_their_depths() {
        int[] owner = new int[100];
        Axis axis = new Axis(new double[] {0, 10, 100});
        axis.sample(100, owner, new int[100], new float[100]);
        assertThat(owner[9]).isZero();
        assertThat(owner[10]).isEqualTo(1);
        assertThat(owner[99]).isEqualTo(1);
    }

    @Test
    void scale_shows_arrows_only_where_values_lie_beyond() {
        float[] values = new float[2001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 1000f - 1;
        }
        values[0] = -50;
        ColorScale scale = ColorScale.signed(ColorMap.VIK, values);
        assertThat(scale.high()).isEqualTo(1);
        assertThat(scale.low()).isEqualTo(-1);
        assertThat(scale.clampedLow()).isTrue();
        assertThat(scale.clampedHigh()).isFalse();
        assertThat(ColorScale.signed(ColorMap.VIK, new float[] {NAN}).high()).isEqualTo(1);
        assertThat(ColorScale.amounts(ColorMap.BATLOW, new float[] {3, 3}).low())
                .isLessThan(3.0001);
        assertThat(ColorScale.amounts(ColorMap.BATLOW, new float[] {0.1f, 4}).low())
                .isZero();
    }

    @Test
    void coasts_follow_the_area_over_the_antimeridian() {
        List<float[]> fiji = CoastLines.coast().within(177, 182, -19, -16);
        boolean east = false;
        boolean west = false;
        for (float[] line : fiji) {
            for (int i = 0; i < line.length; i += 2) {
                assertThat(line[i]).isBetween(170f, 190f);
                east |= line[i] > 180.02;
                west |= line[i] < 179.98;
            }
        }
        assertThat(east && west).isTrue();
        assertThat(CoastLines.coast().within(-140, -139, -50, -49)).isEmpty();
    }

    @Test
    void long_and_strange_texts_fit() {
        String text = "line\nbreak\u0007\u202e and a word" + "x".repeat(500);
        assertThat(TextLines.fit(text, TextStyle.LABEL, 300))
                .startsWith("line break and a")
                .endsWith("…");
        assertThat(TextLines.wrap(text + " more words", TextStyle.LABEL, 400, 3))
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(l -> TextStyle.LABEL.width(l) <= 400);
        assertThat(TextLines.wrap("", TextStyle.LABEL, 400, 3)).isEmpty();
    }
}
