package org.geoanomaly.gam.geophysics.inversion;

/**
 * One row of the convergence record.
 *
 * @param stage what was done: {@code smooth}, {@code sparse}, {@code gcv}
 * @param beta trade-off β
 * @param chi χ²/N
 * @param modelNorm φ_m for the weights of this step
 * @param products products with GᵀWG so far
 */
public record InversionStep(String stage, double beta, double chi, double modelNorm, int products) {}
