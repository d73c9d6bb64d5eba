package org.geoanomaly.gam.formats.cog;

import java.util.ArrayList;
import java.util.List;

/** The size of the full resolution or of one overview, and how blocks cover it. */
record Level(int width, int height, int blockSize) {

    /** Full resolution first, then the overviews in descending size. */
    static List<Level> pyramid(int width, int height, CogOptions options) {
        List<Level> levels = new ArrayList<>();
        Level last = new Level(width, height, options.blockSize());
        levels.add(last);
        for (int factor : options.overviewFactors()) {
            Level next = new Level(ceilDiv(width, factor), ceilDiv(height, factor), options.blockSize());
            if (!next.equals(last)) {
                levels.add(next);
                last = next;
            }
        }
        return levels;
    }

    int blocksAcross() {
        return ceilDiv(width, blockSize);
    }

    int blocksDown() {
        return ceilDiv(height, blockSize);
    }

    int blockCount() {
        return Math.multiplyExact(blocksAcross(), blocksDown());
    }

    private static int ceilDiv(int a, int b) {
        return (int) (((long) a + b - 1) / b);
    }
}
