/**
 * QuakeML 1.0 to 1.2, basic event description and its real-time variant (Schorlemmer et al. 2011, doi:10.4401/ag-4874): events with their
 * preferred origin, and the picks that its arrivals name.
 */
@NullMarked
package org.geoanomaly.gam.formats.seismic.quakeml;

import org.jspecify.annotations.NullMarked;
