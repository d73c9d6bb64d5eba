package org.geoanomaly.gam.pipeline.search;

import org.jspecify.annotations.Nullable;

/**
 * A scene of a catalogue.
 *
 * @param id the provider's name of it
 * @param time beginning of acquisition, ISO 8601; of a displacement product the first of its dates
 * @param track relative orbit, null if not stated
 * @param direction {@code ascending}, {@code descending}, or empty if not stated
 * @param product kind, as the catalogue calls it
 * @param bytes size; −1 if not stated
 * @param url where it can be fetched; empty if the catalogue does not say
 * @param needsLogin whether the provider asks who you are before it hands it out
 * @param credential environment variable that the login is taken from; empty if none is needed
 */
public record FoundScene(
        String id,
        String time,
        @Nullable Integer track,
        String direction,
        String product,
        long bytes,
        String url,
        boolean needsLogin,
        String credential) {}
