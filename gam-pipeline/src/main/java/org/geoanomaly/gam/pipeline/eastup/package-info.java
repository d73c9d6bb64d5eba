/**
 * Eastward and upward motion from looks from two sides, on a grid in a projection: what the European Ground Motion Service calls Ortho. A cell
 * is solved where at least one point was seen from the west and one from the east; motion north, which polar orbits hardly see, is taken for
 * zero.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.eastup;

import org.jspecify.annotations.NullMarked;
