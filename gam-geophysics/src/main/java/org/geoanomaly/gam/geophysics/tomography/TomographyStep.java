package org.geoanomaly.gam.geophysics.tomography;

/**
 * One row of the convergence record.
 *
 * @param iteration 0 for the reference model
 * @param chi χ², picks beyond Huber's limit counted as at it, divided by the number of data that hypocentres leave free
 * @param rms root mean square of all residuals, s
 * @param prior standard deviation τ of u = ln(s/s₀) before the data, chosen in this iteration
 * @param norm ‖S⁻¹u‖² / τ²
 * @param relocation root mean square shift of the events in this iteration, m
 * @param products pairs of products with the Fréchet matrix
 */
public record TomographyStep(
        int iteration, double chi, double rms, double prior, double norm, double relocation, int products) {}
