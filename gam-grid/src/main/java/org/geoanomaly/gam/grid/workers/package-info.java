/** A fixed number of threads that share out independent pieces of work; results never depend on how many there are. */
@NullMarked
package org.geoanomaly.gam.grid.workers;

import org.jspecify.annotations.NullMarked;
