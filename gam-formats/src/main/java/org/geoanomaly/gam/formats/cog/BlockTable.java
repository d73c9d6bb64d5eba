package org.geoanomaly.gam.formats.cog;

import java.util.List;

/** Where the streams of all blocks of all levels lie: offsets behind the leader, lengths without leader and trailer. */
final class BlockTable {
    private final long[][] offsets;
    private final long[][] byteCounts;

    BlockTable(List<Level> levels) {
        offsets = new long[levels.size()][];
        byteCounts = new long[levels.size()][];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = new long[levels.get(i).blockCount()];
            byteCounts[i] = new long[levels.get(i).blockCount()];
        }
    }

    /** Notes a stored block that starts with its leader at {@code position}. */
    void set(int level, int block, long position, int storedLength) {
        offsets[level][block] = position + BlockEncoder.LEADER;
        byteCounts[level][block] = (long) storedLength - BlockEncoder.LEADER - BlockEncoder.TRAILER;
    }

    long[] offsets(int level) {
        return offsets[level];
    }

    long[] byteCounts(int level) {
        return byteCounts[level];
    }
}
