/** Robust statistics that leave NaN out: count, extrema, mean, standard deviation, median, MAD, percentiles. */
@NullMarked
package org.geoanomaly.gam.grid.stats;

import org.jspecify.annotations.NullMarked;
