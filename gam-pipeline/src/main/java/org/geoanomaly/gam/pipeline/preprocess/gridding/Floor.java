package org.geoanomaly.gam.pipeline.preprocess.gridding;

import java.util.Locale;

/**
 * The uncertainty of data whose publisher states none, and the least that is believed.
 *
 * @param absolute what a good compilation of this kind is uncertain by, unit of the values
 * @param share of the amplitude of the values, if that is more
 * @param least uncertainty that is ever believed, unit of the values
 * @param unit for notes
 */
public record Floor(double absolute, double share, double least, String unit) {
    /** 1 mGal or 2 % of the amplitude. */
    public static final Floor GRAVITY = new Floor(1, 0.02, 0.01, "mGal");

    /** 5 nT or 2 % of the amplitude. */
    public static final Floor MAGNETIC = new Floor(5, 0.02, 0.1, "nT");

    private static final double LEAST_SHARE = 1e-3;

    /** The uncertainty where none is known. */
    double usual(double[] values) {
        return Math.max(absolute, share * NodeValues.amplitude(values));
    }

    /** The least uncertainty of these values: rounding, and a thousandth of the amplitude for what no model of a smooth field explains. */
    double least(double[] values) {
        return Math.max(least, LEAST_SHARE * NodeValues.amplitude(values));
    }

    String words(double value) {
        return String.format(Locale.ROOT, "%.3g %s", value, unit);
    }
}
