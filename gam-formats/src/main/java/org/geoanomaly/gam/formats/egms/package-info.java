/**
 * Tables of the European Ground Motion Service: one row for each measurement point, plain or in the zip in which they are published beside an
 * XML description. Level 2 (a: relative, b: calibrated with GNSS) holds velocities along the line of sight of one burst, level 3 (Ortho) the
 * eastward or the upward part on a grid of 100 m. Columns are found by their names, which changed between releases.
 */
@NullMarked
package org.geoanomaly.gam.formats.egms;

import org.jspecify.annotations.NullMarked;
