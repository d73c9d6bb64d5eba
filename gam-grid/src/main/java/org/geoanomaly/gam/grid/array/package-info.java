/** Gridded values with their geometry and unit; NaN is no-data everywhere. */
@NullMarked
package org.geoanomaly.gam.grid.array;

import org.jspecify.annotations.NullMarked;
