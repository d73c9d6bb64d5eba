/** FDSN StationXML 1.0 to 1.2 (https://docs.fdsn.org/projects/stationxml): networks and stations; instruments are passed over. */
@NullMarked
package org.geoanomaly.gam.formats.seismic.stationxml;

import org.jspecify.annotations.NullMarked;
