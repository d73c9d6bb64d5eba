package org.geoanomaly.gam.geophysics.equivalent;

/**
 * How well values are predicted that the fit has not seen: whole blocks are held out, so the error is that of closing gaps of a block, noise of the
 * held-out values included.
 *
 * @param stations number of held-out predictions
 * @param folds parts
 * @param block side of a held-out block, m
 * @param rms root mean square error, unit of the values
 * @param meanAbsolute mean absolute error
 * @param medianAbsolute median absolute error
 * @param r2 1 − (sum of squared errors) / (sum of squared deviations from the mean)
 */
public record CrossValidation(
        int stations, int folds, double block, double rms, double meanAbsolute, double medianAbsolute, double r2) {}
