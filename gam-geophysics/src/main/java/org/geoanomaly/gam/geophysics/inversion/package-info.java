/**
 * Inversion of potential-field data for a mesh of cells: weighted least squares with depth or sensitivity weighting, bounds, compact
 * norms, the choice of the trade-off β by the misfit or by cross-validation, and the standard deviation of the result. Densities in kg/m³,
 * susceptibilities in SI, depth positive down.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.inversion;

import org.jspecify.annotations.NullMarked;
