package org.geoanomaly.gam.formats.pmtiles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/** Finds earlier contents by a 64-bit hash, in 20 bytes a slot. Equal hashes are a hint: whoever asks compares the bytes. */
final class ContentIndex {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_SLOTS = 1 << 12;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[FIRST_SLOTS];
    private long[] offsets = new long[FIRST_SLOTS];
    /** 0 where a slot is free: contents have bytes. */
    private int[] lengths = new int[FIRST_SLOTS];

    private int size;

    /** A place where the same content probably lies. */
    Optional<Section> candidate(long hash) {
        int i = slot(hash);
        return lengths[i] == 0 ? Optional.empty() : Optional.of(new Section(offsets[i], lengths[i]));
    }

    /** Remembers where a content went; the first of several with one hash stays. */
    void put(long hash, long offset, int length) {
        if (2 * size >= hashes.length) {
            grow();
        }
        int i = slot(hash);
        if (lengths[i] == 0) {
            hashes[i] = hash;
            offsets[i] = offset;
            lengths[i] = length;
            size++;
        }
    }

    /** The slot of a hash, or the free one where it belongs: linear probing. */
    private int slot(long hash) {
        int mask = hashes.length - 1;
        int i = (int) hash & mask;
        while (lengths[i] != 0 && hashes[i] != hash) {
            i = i + 1 & mask;
        }
        return i;
    }

    private void grow() {
        ContentIndex larger = new ContentIndex();
        larger.hashes = new long[hashes.length * 2];
        larger.offsets = new long[hashes.length * 2];
        larger.lengths = new int[hashes.length * 2];
        for (int i = 0; i < hashes.length; i++) {
            if (lengths[i] != 0) {
                larger.put(hashes[i], offsets[i], lengths[i]);
            }
        }
        hashes = larger.hashes;
        offsets = larger.offsets;
        lengths = larger.lengths;
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
