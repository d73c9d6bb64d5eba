/**
 * The linear map from a mesh of prisms to a potential field, d = G m: stored as dense rows, computed on the fly, or applied by FFT where the
 * observations are a regular grid over a regular mesh. Cells are ordered east fastest, then north, then downwards.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.operator;

import org.jspecify.annotations.NullMarked;
