/**
 * What the seismological formats in the packages below have in common: events with a place, a time and picks; stations with a place and an
 * epoch. A <em>pick</em> is the arrival time of a <em>phase</em> (P, S, Pn, …) at a station; an <em>epoch</em> is the time in which a
 * station stood at one place. Times are UTC.
 */
@NullMarked
package org.geoanomaly.gam.formats.seismic;

import org.jspecify.annotations.NullMarked;
