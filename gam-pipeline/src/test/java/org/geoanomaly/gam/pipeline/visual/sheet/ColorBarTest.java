package org.geoanomaly.gam.pipeline.visual.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;
import org.junit.jupiter.api.Test;

/** Numbers below colour bars of every width that figures have. */
class ColorBarTest {
    private static final double[] WIDTHS = {300, 430, 520, 1000};

    private static List<Sheet.Placed> numbers(ColorScale scale, double width) {
        Sheet sheet = new Sheet(400);
        ColorBar.draw(sheet, scale, "", 400, 100, width);
        return sheet.texts().stream().filter(t -> !t.text().isEmpty()).toList();
    }

    private static List<ColorScale> scales() {
        List<ColorScale> scales = new ArrayList<>();
        for (int power = -5; power <= 6; power++) {
            for (double lead : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
                double limit = lead * Math.pow(10, power);
                scales.add(new ColorScale(ColorMap.VIK, -limit, limit, false, false, true));
                scales.add(new ColorScale(ColorMap.BATLOW, 0, limit, false, false, false));
                double step = Ticks.step(limit, 6);
                scales.add(new ColorScale(ColorMap.BATLOW, 100 * step, 100 * step + 6 * step, false, false, false));
            }
        }
        return scales;
    }

    @Test
    void no_number_touches_the_next() {
        for (ColorScale scale : scales()) {
            for (double width : WIDTHS) {
                List<Sheet.Placed> numbers = numbers(scale, width);
                for (int i = 1; i < numbers.size(); i++) {
                    assertThat(numbers.get(i).box().getMinX()
                                    - numbers.get(i - 1).box().getMaxX())
                            .as("%s of %s, %s wide", numbers, scale, width)
                            .isPositive();
                }
            }
        }
    }

    @Test
    void a_bar_keeps_its_ends_and_its_zero() {
        for (ColorScale scale : scales()) {
            for (double width : WIDTHS) {
                List<Sheet.Placed> numbers = numbers(scale, width);
                if (scale.signed()) {
                    assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
                    double first = numbers.get(0).box().getCenterX();
                    double last = numbers.get(numbers.size() - 1).box().getCenterX();
                    assertThat(first).isCloseTo(400, org.assertj.core.api.Assertions.within(0.5));
                    assertThat(last).isCloseTo(400 + width, org.assertj.core.api.Assertions.within(0.5));
                } else {
                    assertThat(numbers).as("%s, %s wide", scale, width).isNotEmpty();
                }
            }
        }
    }
}
