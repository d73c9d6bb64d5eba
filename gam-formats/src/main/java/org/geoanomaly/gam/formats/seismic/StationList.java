package org.geoanomaly.gam.formats.seismic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Networks and stations of one file.
 *
 * @param networks in file order
 * @param stations each epoch once, in file order
 * @param channels how many channels the file lists
 * @param notes what was left out or looks wrong, one sentence for each
 */
public record StationList(List<Network> networks, List<Station> stations, int channels, List<String> notes) {
    /**
     * A network.
     *
     * @param description empty if not stated
     */
    public record Network(
            String code,
            String description,
            @Nullable Instant start,
            @Nullable Instant end) {}

    public StationList {
        networks = List.copyOf(networks);
        stations = List.copyOf(stations);
        notes = List.copyOf(notes);
    }
}
