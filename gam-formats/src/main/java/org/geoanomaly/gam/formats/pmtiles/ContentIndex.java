package org.geoanomaly.gam.formats.pmtiles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds earlier contents by a 64-bit hash. Equal hashes are a hint: whoever asks compares the bytes. */
final class ContentIndex {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Map<Long, Section> byHash = new HashMap<>();

    /** A place where the same content probably lies. */
    Optional<Section> candidate(long hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** Remembers where a content went; the first of several with one hash stays. */
    void put(long hash, Section place) {
        byHash.putIfAbsent(hash, place);
    }

    /** Multiply and rotate, eight bytes at a time, with the finaliser of SplitMix64. */
    static long hash(byte[] content) {
        long h = content.length * PRIME;
        int i = 0;
        for (; i + 8 <= content.length; i += 8) {
            h = Long.rotateLeft((h ^ (long) LONGS.get(content, i)) * PRIME, 29);
        }
        for (; i < content.length; i++) {
            h = Long.rotateLeft((h ^ content[i]) * PRIME, 29);
        }
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }
}
