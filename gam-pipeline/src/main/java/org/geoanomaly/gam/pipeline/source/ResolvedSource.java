package org.geoanomaly.gam.pipeline.source;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A verified file on this machine.
 *
 * @param source what it is
 * @param file where it is
 * @param sha256 of its content
 * @param size bytes
 * @param acquiredAt modification time of the file, whole seconds: the same in every run
 * @param origin how it was found
 */
public record ResolvedSource(
        DataSource source, Path file, String sha256, long size, Instant acquiredAt, Origin origin) {

    /** How a file was found. */
    public enum Origin {
        /** In a directory that the user keeps. */
        MIRROR,
        /** In the cache, from an earlier download. */
        CACHE,
        /** Downloaded now. */
        DOWNLOADED,
        /** A path in the configuration. */
        LOCAL
    }

    /** The public address; for a local file its own. */
    public String url() {
        return source.file().url();
    }

    public String license() {
        return source.terms().license();
    }

    public String citation() {
        return source.terms().citation();
    }
}
