package org.geoanomaly.gam.pipeline.ingest.seismic;

/**
 * What one pick says.
 *
 * @param travelTime s
 * @param uncertainty s, NaN if unknown
 * @param residual of whoever located the event, s, NaN if unknown
 */
record PickReading(PhaseKind kind, double travelTime, double uncertainty, double residual) {}
