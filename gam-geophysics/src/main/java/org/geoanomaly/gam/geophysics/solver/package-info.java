/**
 * Matrix-free solvers: for symmetric positive definite systems, with and without bounds, and for least squares with damping. Everything runs in a
 * fixed order: equal input gives equal bits.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.solver;

import org.jspecify.annotations.NullMarked;
