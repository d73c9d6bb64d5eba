/**
 * The text formats of the FDSN event and station services (https://www.fdsn.org/webservices/fdsnws-event-1.2.pdf and -station-1.1.pdf):
 * fields between bars, one header line.
 */
@NullMarked
package org.geoanomaly.gam.formats.seismic.fdsntext;

import org.jspecify.annotations.NullMarked;
