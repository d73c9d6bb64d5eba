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
                .mapToObj(b -> new TradeOffPoint(b, a * Math.sqrt(b), 0.0))
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

    @Test
    void the_worst_place_of_any_survey_counts_up_to_half_the_mean() {
        Survey quiet = new Survey(List.of(new TradeOffPoint(1, 0.1, 0.2), new TradeOffPoint(100, 1.0, 2.0)), 1000);
        Survey lone = new Survey(List.of(new TradeOffPoint(1, 0.1, 0.3), new TradeOffPoint(100, 1.0, 30)), 1);
        double without = SharedTradeOff.of(List.of(quiet), 1.0);
        double with = SharedTradeOff.of(List.of(quiet, lone), 1.0);
        assertThat(with).isLessThanOrEqualTo(without);
        // χ² is as √β: half the target at a quarter of its trade-off
        assertThat(with).isBetween(24.0, 26.0);
    }
}
