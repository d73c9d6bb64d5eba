package org.geoanomaly.gam.formats.seismic;

import java.util.List;

/**
 * Events of one file.
 *
 * @param events in file order
 * @param stations that the file itself places; empty if it only names them
 * @param notes what was left out or looks wrong, one sentence for each
 */
public record Bulletin(List<SeismicEvent> events, List<Station> stations, List<String> notes) {
    public Bulletin {
        events = List.copyOf(events);
        stations = List.copyOf(stations);
        notes = List.copyOf(notes);
    }

    /** Number of picks of all events. */
    public long picks() {
        return events.stream().mapToLong(e -> e.picks().size()).sum();
    }
}
