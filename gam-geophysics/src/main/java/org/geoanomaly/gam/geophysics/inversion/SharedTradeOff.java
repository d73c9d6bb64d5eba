package org.geoanomaly.gam.geophysics.inversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One trade-off for surveys that are inverted apart: the one at which all their data together meet the target, as they would if they were inverted
 * at once. χ² of each survey is interpolated between trade-offs that were tried, linearly in its logarithm against that of β.
 */
public final class SharedTradeOff {
    private static final int HALVINGS = 60;
    private static final double BEYOND = Math.log(1e3);
    /** χ² grows about as √β near the target for smoothing norms. */
    private static final double SLOPE = 0.6;

    private static final double STEEPEST = 2.0;
    private static final double TINY = 1e-12;

    private SharedTradeOff() {}

    /**
     * A survey.
     *
     * @param points at least one
     * @param data number of data that count
     */
    public record Survey(List<TradeOffPoint> points, int data) {
        public Survey {
            List<TradeOffPoint> sorted = new ArrayList<>(points);
            sorted.sort(Comparator.comparingDouble(TradeOffPoint::beta));
            points = List.copyOf(sorted);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("no trade-off was tried");
            }
        }
    }

    /**
     * The trade-off, in the units of {@link TradeOffPoint#beta}.
     *
     * @param surveys at least one, with at least one datum
     * @param target χ²/N of all data
     */
    public static double of(List<Survey> surveys, double target) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Survey survey : surveys) {
            low = Math.min(low, Math.log(survey.points().get(0).beta()));
            high = Math.max(
                    high,
                    Math.log(survey.points().get(survey.points().size() - 1).beta()));
        }
        low -= BEYOND;
        high += BEYOND;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = 0.5 * (low + high);
            if (misfit(surveys, middle) > target) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }

    private static double misfit(List<Survey> surveys, double x) {
        double sum = 0.0;
        double count = 0.0;
        for (Survey survey : surveys) {
            sum += survey.data() * interpolated(survey.points(), x);
            count += survey.data();
        }
        return sum / count;
    }

    private static double interpolated(List<TradeOffPoint> points, double x) {
        int upper = 0;
        while (upper < points.size() - 1 && Math.log(points.get(upper).beta()) < x) {
            upper++;
        }
        int lower = Math.max(0, upper - 1);
        upper = Math.min(points.size() - 1, lower + 1);
        double x0 = Math.log(points.get(lower).beta());
        double x1 = Math.log(points.get(upper).beta());
        double y0 = log(points.get(lower));
        double y1 = log(points.get(upper));
        double slope = x1 > x0 ? Math.min(STEEPEST, Math.max(0.0, (y1 - y0) / (x1 - x0))) : SLOPE;
        return Math.exp(x > x1 ? y1 + slope * (x - x1) : y0 + slope * (x - x0));
    }

    private static double log(TradeOffPoint point) {
        return Math.log(Math.max(TINY, point.chi()));
    }
}
