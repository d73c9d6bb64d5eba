package org.geoanomaly.gam.pipeline.cache;

import java.time.Instant;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * One product in the cache.
 *
 * @param key of its content: 64 hexadecimal digits, also the name of its file
 * @param modality such as {@code gravity}
 * @param area that was asked for
 * @param sources ids of what it was read from
 * @param created when it was read
 * @param lastUsed when a run took it last
 * @param size of its file in bytes
 * @param sha256 of its file
 * @param expires when it is read anew, null for never
 */
public record CacheEntry(
        String key,
        String modality,
        BoundingBox area,
        String sources,
        Instant created,
        Instant lastUsed,
        long size,
        String sha256,
        @Nullable Instant expires) {
    /** The same entry, used at another time. */
    CacheEntry usedAt(Instant time) {
        return new CacheEntry(key, modality, area, sources, created, time, size, sha256, expires);
    }
}
