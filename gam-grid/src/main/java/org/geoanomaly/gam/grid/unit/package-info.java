/** Physical units at the program's edges and their exact conversions. */
@NullMarked
package org.geoanomaly.gam.grid.unit;

import org.jspecify.annotations.NullMarked;
