package org.geoanomaly.gam.formats.pmtiles;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to say about all entries of an archive, gathered in ascending order. */
final class EntrySurvey {
    private final long[] tilesOfZoom = new long[TileCoordinate.MAX_ZOOM + 1];
    private long[] offsets = new long[1024];
    private int entries;
    private long addressed;
    private long dataEnd;
    private long frontier;
    private long firstUnclustered = -1;
    private @Nullable TileEntry first;

    void add(TileEntry entry) {
        if (first == null) {
            first = entry;
        }
        if (entries == offsets.length) {
            offsets = Arrays.copyOf(offsets, entries * 2);
        }
        offsets[entries++] = entry.offset();
        addressed += entry.runLength();
        countZooms(entry);
        // a content is new and continues the data, or repeats an earlier one
        if (entry.offset() > frontier && firstUnclustered < 0) {
            firstUnclustered = entry.tileId();
        }
        frontier = Math.max(frontier, entry.offset() + entry.length());
        dataEnd = frontier;
    }

    private void countZooms(TileEntry entry) {
        long id = entry.tileId();
        long end = id + entry.runLength();
        while (id < end) {
            int z = TileCoordinate.zoomOf(id);
            long next = Math.min(end, TileCoordinate.firstId(z + 1));
            tilesOfZoom[z] += next - id;
            id = next;
        }
    }

    Optional<TileEntry> first() {
        return Optional.ofNullable(first);
    }

    long addressed() {
        return addressed;
    }

    long entries() {
        return entries;
    }

    long dataEnd() {
        return dataEnd;
    }

    long distinctContents() {
        long[] sorted = Arrays.copyOf(offsets, entries);
        Arrays.sort(sorted);
        long distinct = 0;
        for (int i = 0; i < entries; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    int minZoom() {
        int z = 0;
        while (z < TileCoordinate.MAX_ZOOM && tilesOfZoom[z] == 0) {
            z++;
        }
        return z;
    }

    int maxZoom() {
        int z = TileCoordinate.MAX_ZOOM;
        while (z > 0 && tilesOfZoom[z] == 0) {
            z--;
        }
        return z;
    }

    /** A zoom between the lowest and the highest that has no tile, or -1. */
    int missingZoom() {
        for (int z = minZoom(); z <= maxZoom(); z++) {
            if (tilesOfZoom[z] == 0) {
                return z;
            }
        }
        return -1;
    }

    boolean clustered() {
        return firstUnclustered < 0;
    }

    /** The first tile whose content leaves a gap behind the contents before it, or -1. */
    long firstUnclustered() {
        return firstUnclustered;
    }
}
