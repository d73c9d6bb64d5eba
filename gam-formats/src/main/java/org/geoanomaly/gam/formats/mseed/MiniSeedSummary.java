package org.geoanomaly.gam.formats.mseed;

import java.time.Instant;
import java.util.List;

/**
 * What a miniSEED file holds.
 *
 * @param records how many data records
 * @param channels by name, in the order of their first record
 * @param notes what looks wrong, one sentence for each
 */
public record MiniSeedSummary(int records, List<Channel> channels, List<String> notes) {
    /**
     * One channel.
     *
     * @param name network, station, location and channel with dots between
     * @param encoding in words
     * @param rate samples a second, 0 for logs
     * @param start of the first sample
     * @param end of the last sample
     * @param samples how many
     * @param gaps how often the record that follows starts more than half a sample off
     */
    public record Channel(
            String name, String encoding, double rate, Instant start, Instant end, long samples, int gaps) {}

    public MiniSeedSummary {
        channels = List.copyOf(channels);
        notes = List.copyOf(notes);
    }
}
