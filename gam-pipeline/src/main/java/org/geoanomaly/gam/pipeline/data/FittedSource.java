package org.geoanomaly.gam.pipeline.data;

import java.util.List;

/**
 * A source with few parameters that was fitted to the observations of a tile.
 *
 * @param kind such as {@code mogi}
 * @param easting of its centre in the tile's frame, m
 * @param northing of its centre, m
 * @param height of its centre above sea level, m
 * @param parameters in the order of the correlations
 * @param correlation of their errors, a row for each
 * @param fit of this source, and others that were fitted with it, to the data
 */
public record FittedSource(
        String kind,
        double easting,
        double northing,
        double height,
        List<Parameter> parameters,
        List<List<Double>> correlation,
        Fit fit) {
    public FittedSource {
        parameters = List.copyOf(parameters);
        correlation = correlation.stream().map(List::copyOf).toList();
    }

    /**
     * One number.
     *
     * @param name such as {@code depth}
     * @param unit its symbol
     * @param value at the best fit
     * @param deviation one standard deviation
     * @param interval68 least and greatest of the interval that holds it with a probability of 68 %
     * @param interval95 the same for 95 %
     */
    public record Parameter(
            String name,
            String unit,
            double value,
            double deviation,
            List<Double> interval68,
            List<Double> interval95) {
        public Parameter {
            interval68 = List.copyOf(interval68);
            interval95 = List.copyOf(interval95);
        }
    }

    /**
     * How well it fits.
     *
     * @param chi χ² over degrees of freedom
     * @param residualReduction part of the data's sum of squares, offsets and ramps taken away, that the sources explain
     * @param data how many data the fit used
     */
    public record Fit(double chi, double residualReduction, int data) {}
}
