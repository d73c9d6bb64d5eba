package org.geoanomaly.gam.geophysics.inversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.geoanomaly.gam.geophysics.inversion.SharedTradeOff.Survey;
import org.junit.jupiter.api.Test;

class SharedTradeOffTest {
    /** χ² = a √β at some trade-offs: straight lines in the logarithms. */
    private static Survey survey(double a, int data, double... betas) {
        List<TradeOffPoint> points = DoubleStream.of(betas)
                .mapToObj(b -> new TradeOffPoint(b, a * Math.sqrt(b)))
                .toList();
        return new Survey(points, data);
    }

    @Test
    void all_data_together_meet_the_target() {
        // (100 · 2 + 300 · 0.5) / 400 √β = 1
        double beta = SharedTradeOff.of(List.of(survey(2, 100, 0.1, 0.3), survey(0.5, 300, 4, 2)), 1.0);
        assertThat(beta).isCloseTo(Math.pow(400.0 / 350.0, 2), within(1e-9));
    }

    @Test
    void parts_of_one_survey_choose_what_the_whole_chooses() {
        double whole = SharedTradeOff.of(List.of(survey(0.7, 900, 1, 3)), 1.0);
        double parts = SharedTradeOff.of(List.of(survey(0.7, 500, 1, 3), survey(0.7, 400, 0.1, 9)), 1.0);
        assertThat(parts).isCloseTo(whole, within(1e-9));
    }
}
