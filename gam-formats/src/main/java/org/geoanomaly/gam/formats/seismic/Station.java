package org.geoanomaly.gam.formats.seismic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station in one epoch.
 *
 * @param network code; empty if unknown
 * @param code of the station
 * @param name of the site; empty if not stated
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 * @param elevation of the ground, metres above sea level; NaN if not stated
 * @param start first instant, null if always
 * @param end last instant, null if it still stands
 */
public record Station(
        String network,
        String code,
        String name,
        double latitude,
        double longitude,
        double elevation,
        @Nullable Instant start,
        @Nullable Instant end) {
    public Station {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("latitude " + latitude + ", longitude " + longitude);
        }
    }

    /** Whether it stood there at a time. */
    public boolean stoodAt(Instant time) {
        return (start == null || !time.isBefore(start)) && (end == null || !time.isAfter(end));
    }
}
