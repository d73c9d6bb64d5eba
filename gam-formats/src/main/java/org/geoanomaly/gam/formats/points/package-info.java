/** Points in text: CSV, TSV and XYZ tables of stations, soundings and flight lines, and grids that were written out point by point. */
@NullMarked
package org.geoanomaly.gam.formats.points;

import org.jspecify.annotations.NullMarked;
