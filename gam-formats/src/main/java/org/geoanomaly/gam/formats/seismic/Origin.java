package org.geoanomaly.gam.formats.seismic;

import java.time.Instant;

/**
 * Where and when an event began.
 *
 * @param id as in the file; empty if there is none
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 * @param depthM metres below sea level, positive down; NaN if unknown
 * @param author who located it; empty if not stated
 */
public record Origin(String id, Instant time, double latitude, double longitude, double depthM, String author) {
    public Origin {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("latitude " + latitude + ", longitude " + longitude);
        }
    }
}
