/**
 * Equivalent sources: layers of points below scattered stations whose field is that of the stations, at the stations' own heights, so that the
 * field can be had anywhere else above the sources (Dampney 1969; Cooper 2000; Soler and Uieda 2021). A <em>block</em> is a square of the map; a
 * <em>layer</em> has one source below each block that has a station; layers are fitted from coarse to fine, each to what the coarser ones leave.
 * Coordinates are metres east, north and up; values keep the unit of the data.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.equivalent;

import org.jspecify.annotations.NullMarked;
