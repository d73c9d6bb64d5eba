package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.deformation.los.WhitenedData;

/** What a fit found: parameters, how well the data know them, and what is left of the data. */
public final class SourceEstimate {
    private final List<String> names;
    private final double[] best;
    private final double[][] sorted;
    private final double[] deviation;
    private final double[][] correlation;
    private final double[] predicted;
    private final Fit fit;

    /**
     * How well the sources fit.
     *
     * @param chi χ² over degrees of freedom, for the noise that was given
     * @param chiReduction the part of χ² that the sources take away from that of nuisance terms alone
     * @param residualReduction the part of the sum of squares of the data themselves that they take away, likewise
     * @param rms of what is left, m
     * @param acceptance part of the sampler's steps that were taken
     */
    public record Fit(double chi, double chiReduction, double residualReduction, double rms, double acceptance) {}

    SourceEstimate(
            List<SourceShape> shapes,
            double[] places,
            SeparableMisfit misfit,
            WhitenedData data,
            double[][] samples,
            double acceptance) {
        this.names = names(shapes);
        int n = names.size();
        this.best = Arrays.copyOf(places, n);
        System.arraycopy(misfit.strengths(), 0, best, places.length, n - places.length);
        this.sorted = new double[n][samples.length];
        this.deviation = new double[n];
        this.correlation = new double[n][n];
        moments(samples);
        for (double[] column : sorted) {
            Arrays.sort(column);
        }
        double[] model = misfit.predicted(places);
        double[] values = data.data().values();
        double before = left(values, data.nuisance(values));
        double[] residual = new double[values.length];
        Arrays.setAll(residual, i -> values[i] - model[i]);
        double[] nuisance = data.nuisance(residual);
        double after = left(residual, nuisance);
        this.predicted = new double[values.length];
        Arrays.setAll(predicted, i -> model[i] + nuisance[i]);
        this.fit = new Fit(
                misfit.chiSquared() / (data.rows() - n),
                1.0 - misfit.chiSquared() / misfit.chiSquaredOfNothing(),
                1.0 - after / before,
                Math.sqrt(after / values.length),
                acceptance);
    }

    private static List<String> names(List<SourceShape> shapes) {
        List<String> names = new ArrayList<>();
        for (int s = 0; s < shapes.size(); s++) {
            for (String name : shapes.get(s).places()) {
                names.add(shapes.size() == 1 ? name : name + "_" + (s + 1));
            }
        }
        for (int s = 0; s < shapes.size(); s++) {
            for (String name : shapes.get(s).strengths()) {
                names.add(shapes.size() == 1 ? name : name + "_" + (s + 1));
            }
        }
        return List.copyOf(names);
    }

    private static double left(double[] values, double[] nuisance) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (values[i] - nuisance[i]) * (values[i] - nuisance[i]);
        }
        return sum;
    }

    private void moments(double[][] samples) {
        int n = names.size();
        double[] mean = new double[n];
        for (int s = 0; s < samples.length; s++) {
            for (int a = 0; a < n; a++) {
                sorted[a][s] = samples[s][a];
                mean[a] += samples[s][a] / samples.length;
            }
        }
        for (double[] sample : samples) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    correlation[a][b] += (sample[a] - mean[a]) * (sample[b] - mean[b]) / samples.length;
                }
            }
        }
        for (int a = 0; a < n; a++) {
            deviation[a] = Math.sqrt(correlation[a][a]);
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double scale = deviation[a] * deviation[b];
                correlation[a][b] = scale > 0.0 ? correlation[a][b] / scale : a == b ? 1.0 : 0.0;
            }
        }
    }

    /** Names of the parameters: places of each source, then strengths of each; numbered if there are several sources. */
    public List<String> names() {
        return names;
    }

    private int index(String name) {
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("there is no parameter " + name + " among " + names);
        }
        return i;
    }

    /** The value at the least misfit. */
    public double best(String name) {
        return best[index(name)];
    }

    /** Standard deviation of the posterior. */
    public double deviation(String name) {
        return deviation[index(name)];
    }

    /**
     * The interval that holds the parameter with a probability, with equal parts left out on both sides.
     *
     * @param probability such as 0.68
     */
    public double[] interval(String name, double probability) {
        double[] column = sorted[index(name)];
        return new double[] {quantile(column, 0.5 - 0.5 * probability), quantile(column, 0.5 + 0.5 * probability)};
    }

    private static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int i = Math.min(sorted.length - 2, (int) at);
        return sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]);
    }

    /** Correlation of two parameters in the posterior. */
    public double correlation(String one, String other) {
        return correlation[index(one)][index(other)];
    }

    /** The data that the sources and nuisance terms give, m. */
    public double[] predicted() {
        return predicted.clone();
    }

    public Fit fit() {
        return fit;
    }
}
