/** Picks in CSV, the program's own format: a header names the columns, each row is one pick with its event and perhaps its station's place. */
@NullMarked
package org.geoanomaly.gam.formats.seismic.picks;

import org.jspecify.annotations.NullMarked;
