package org.geoanomaly.gam.pipeline.preprocess.plane;

import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.processing.FieldTransforms;
import org.geoanomaly.gam.pipeline.config.FilterParams.PotentialField;
import org.geoanomaly.gam.pipeline.config.Regional;
import org.geoanomaly.gam.pipeline.config.RegionalMethod;

/** Separation of wavelengths on a lattice. Every filter returns a new array with NaN where its input has NaN. */
public final class FieldFilters {
    private final Nodes nodes;
    private final double[] weight;

    /** @param weight of each node, such as its inverse squared uncertainty */
    public FieldFilters(Nodes nodes, double[] weight) {
        this.nodes = nodes;
        this.weight = weight;
    }

    /** The values without their regional field, by the configured method. */
    public double[] withoutRegional(double[] value, Regional regional, List<String> notes) {
        if (regional.method() == RegionalMethod.NONE) {
            return value;
        }
        double[] field =
                switch (regional.method()) {
                    case POLYNOMIAL -> WeightedPolynomial.fit(nodes, value, weight, regional.degree());
                    case GAUSSIAN -> GaussianSmoother.lowPass(nodes, value, weight, 1000 * regional.wavelengthKm());
                    default -> upward(value, 1000 * regional.wavelengthKm());
                };
        String how =
                switch (regional.method()) {
                    case POLYNOMIAL -> "a polynomial of degree " + regional.degree();
                    case GAUSSIAN -> "a Gaussian low-pass of " + number(regional.wavelengthKm()) + " km";
                    default -> "continuation upward by " + number(regional.wavelengthKm()) + " km";
                };
        double[] out = difference(value, field);
        notes.add("The regional field was removed by " + how + "; it spans " + span(field, value) + " here.");
        return out;
    }

    /** Low-pass and high-pass as configured. */
    public double[] passBand(double[] value, PotentialField params, List<String> notes) {
        double[] out = value;
        if (params.lowPassKm() > 0 && 1000 * params.lowPassKm() < 2 * nodes.spacing()) {
            notes.add("The low-pass of " + number(params.lowPassKm())
                    + " km has nothing to do: the lattice carries no wavelength below "
                    + number(2e-3 * nodes.spacing()) + " km.");
        } else if (params.lowPassKm() > 0) {
            double[] smooth = GaussianSmoother.lowPass(nodes, out, weight, 1000 * params.lowPassKm());
            out = masked(smooth, value);
            notes.add("Wavelengths below " + number(params.lowPassKm()) + " km were filtered out (Gaussian).");
        }
        if (params.highPassKm() > 0) {
            out = difference(out, GaussianSmoother.lowPass(nodes, out, weight, 1000 * params.highPassKm()));
            notes.add("Wavelengths above " + number(params.highPassKm()) + " km were filtered out (Gaussian).");
        }
        return out;
    }

    private double[] upward(double[] value, double height) {
        return new FieldTransforms(nodes.shape(), HoleFill.filled(nodes, value)).upward(height);
    }

    private static double[] difference(double[] value, double[] field) {
        double[] out = new double[value.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = value[k] - field[k];
        }
        return out;
    }

    private static double[] masked(double[] out, double[] mask) {
        for (int k = 0; k < out.length; k++) {
            out[k] = Double.isFinite(mask[k]) ? out[k] : Double.NaN;
        }
        return out;
    }

    private static String span(double[] field, double[] mask) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < field.length; k++) {
            if (Double.isFinite(mask[k]) && Double.isFinite(field[k])) {
                low = Math.min(low, field[k]);
                high = Math.max(high, field[k]);
            }
        }
        return String.format(Locale.ROOT, "%.4g to %.4g", low, high);
    }

    private static String number(double km) {
        return String.format(Locale.ROOT, "%.4g", km);
    }
}
