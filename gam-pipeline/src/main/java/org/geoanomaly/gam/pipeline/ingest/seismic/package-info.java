/**
 * Travel times of earthquakes: from files of the user or from FDSN services, events with picks joined with the places of stations, as rows
 * of one table.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.ingest.seismic;

import org.jspecify.annotations.NullMarked;
