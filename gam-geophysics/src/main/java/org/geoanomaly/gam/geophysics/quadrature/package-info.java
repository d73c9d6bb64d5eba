/** Numerical integration rules. */
@NullMarked
package org.geoanomaly.gam.geophysics.quadrature;

import org.jspecify.annotations.NullMarked;
