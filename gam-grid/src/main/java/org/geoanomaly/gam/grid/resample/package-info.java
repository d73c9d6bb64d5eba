/** From any source grid to a target geometry: bilinear with a widened kernel, area average, nearest. */
@NullMarked
package org.geoanomaly.gam.grid.resample;

import org.jspecify.annotations.NullMarked;
