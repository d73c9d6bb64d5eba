/**
 * Reductions and filters of potential-field data. Grids are arrays with index {@code row * columns + column}, columns counted east and
 * <em>rows counted north</em> (row 0 in the south); spacings are metres; derivatives along z are positive down, as gravity is.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.processing;

import org.jspecify.annotations.NullMarked;
