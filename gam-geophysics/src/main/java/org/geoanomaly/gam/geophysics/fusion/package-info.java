/** Combining several measured fields into one index: robust z-scores and their weighted mean. */
@NullMarked
package org.geoanomaly.gam.geophysics.fusion;

import org.jspecify.annotations.NullMarked;
