package org.geoanomaly.gam.pipeline.fdsn;

import java.util.List;

/**
 * The answers to one configured source, as files in one directory.
 *
 * @param events files of events with picks
 * @param stations files of stations
 * @param notes what the services could not give, one sentence for each
 */
public record ServiceFiles(List<Kept> events, List<Kept> stations, List<String> notes) {
    /**
     * One answer.
     *
     * @param name of the file
     * @param url that was asked
     * @param sha256 of the file
     */
    public record Kept(String name, String url, String sha256) {}

    public ServiceFiles {
        events = List.copyOf(events);
        stations = List.copyOf(stations);
        notes = List.copyOf(notes);
    }
}
