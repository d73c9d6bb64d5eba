package org.geoanomaly.gam.formats.seismic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An earthquake, blast or shot.
 *
 * @param id as in the file
 * @param place in words; empty if not stated
 * @param origin the preferred one; null if the file has none that is complete
 * @param magnitude NaN if unknown
 * @param picks with a phase or without
 */
public record SeismicEvent(
        String id, String place, @Nullable Origin origin, double magnitude, List<Pick> picks) {
    public SeismicEvent {
        picks = List.copyOf(picks);
    }
}
