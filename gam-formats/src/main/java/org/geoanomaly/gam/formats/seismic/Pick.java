package org.geoanomaly.gam.formats.seismic;

import java.time.Instant;

/**
 * The arrival of a phase at a station.
 *
 * @param network code; empty if the format has none
 * @param station code
 * @param phase as in the file, such as {@code P}, {@code Pn}, {@code S}; empty if nobody named it
 * @param uncertainty one standard deviation, s; NaN if unknown
 * @param residual observed minus computed by whoever located the event, s; NaN if unknown
 * @param weight that the locator gave it; NaN if unknown, 0 if it was not used
 */
public record Pick(
        String network,
        String station,
        String phase,
        Instant time,
        double uncertainty,
        double residual,
        double weight) {}
