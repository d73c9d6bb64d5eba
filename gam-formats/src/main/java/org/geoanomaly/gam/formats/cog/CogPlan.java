package org.geoanomaly.gam.formats.cog;

import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;

/** What is decided before the first block is written: levels, size of the head, classic or BigTIFF. The table is filled while writing. */
final class CogPlan {
    /** The largest offset of a classic TIFF. */
    static final long CLASSIC_LIMIT = 0xFFFFFFFFL;

    private final FloatGrid grid;
    private final CogOptions options;
    private final List<Level> levels;
    private final FileHead head;
    private final int headSize;
    private final BlockTable table;

    private CogPlan(FloatGrid grid, CogOptions options, CogMetadata metadata, long classicLimit) {
        this.grid = grid;
        this.options = options;
        levels = Level.pyramid(grid.geometry().columns(), grid.geometry().rows(), options);
        table = new BlockTable(levels);
        boolean big = largestData() + (1 << 20) > classicLimit;
        head = new FileHead(grid, options, metadata, levels, big);
        headSize = head.size();
    }

    static CogPlan of(FloatGrid grid, CogOptions options, CogMetadata metadata) {
        return new CogPlan(grid, options, metadata, CLASSIC_LIMIT);
    }

    /** A plan that turns to BigTIFF when the file might exceed this limit. */
    static CogPlan of(FloatGrid grid, CogOptions options, CogMetadata metadata, long classicLimit) {
        return new CogPlan(grid, options, metadata, classicLimit);
    }

    List<Level> levels() {
        return levels;
    }

    /** A new source of the level's cells, for one thread. */
    LevelCells cells(int level) {
        return LevelCells.of(grid, levels.get(level), options.overviewResampling());
    }

    int headSize() {
        return headSize;
    }

    BlockTable table() {
        return table;
    }

    byte[] head() {
        return head.bytes(table);
    }

    /** An upper bound of the file's size. */
    long largestSize() {
        return headSize + largestData();
    }

    private long largestData() {
        return levels.stream()
                .mapToLong(l -> l.blockCount() * BlockEncoder.bound(l.blockSize()))
                .sum();
    }
}
