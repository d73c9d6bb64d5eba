/**
 * Bulletins in IMS1.0 and the IASPEI Seismic Format built on it (http://www.isc.ac.uk/standards/isf), as the ISC gives them: lines of
 * fixed columns, blocks of origins and phases for each event.
 */
@NullMarked
package org.geoanomaly.gam.formats.seismic.isf;

import org.jspecify.annotations.NullMarked;
