package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;

/** One raster of a file: its layout, checked, and where its blocks lie. */
final class TiffRaster {
    private static final long MAX_BLOCKS = 1 << 28;

    private final ByteFile file;
    private final TiffDirectory directory;
    private final RasterLayout layout;
    private long[] offsets = new long[0];
    private long[] byteCounts = new long[0];
    private boolean tablesRead;

    TiffRaster(ByteFile file, TiffDirectory directory, RasterLayout layout) {
        this.file = file;
        this.directory = directory;
        this.layout = layout;
    }

    RasterLayout layout() {
        return layout;
    }

    TiffDirectory directory() {
        return directory;
    }

    long photometric() throws IOException {
        return directory.number(TiffTags.PHOTOMETRIC_INTERPRETATION, 1);
    }

    /** Reads the block tables, unless they have been read. */
    synchronized void readTables() throws IOException {
        if (tablesRead) {
            return;
        }
        int offsetTag = layout.tiled() ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS;
        int countTag = layout.tiled() ? TiffTags.TILE_BYTE_COUNTS : TiffTags.STRIP_BYTE_COUNTS;
        long blocks = layout.blockCount();
        if (directory.count(offsetTag) < blocks) {
            throw file.error("is damaged: it lists " + directory.count(offsetTag) + " blocks where " + blocks
                    + " are needed for " + layout.width() + " x " + layout.height() + " cells");
        }
        if (blocks > Math.min(file.size(), MAX_BLOCKS)) {
            throw file.error("is truncated or damaged: its tables of " + blocks + " blocks are larger than the file");
        }
        offsets = directory.integers(offsetTag, (int) blocks);
        if (!directory.has(countTag) && layout.compression() == Compression.NONE) {
            byteCounts = impliedByteCounts((int) blocks);
        } else {
            byteCounts = directory.integers(countTag, (int) blocks);
        }
        tablesRead = true;
    }

    /** Old writers left out the lengths of uncompressed strips. */
    private long[] impliedByteCounts(int blocks) {
        long[] counts = new long[blocks];
        for (int i = 0; i < blocks; i++) {
            counts[i] = layout.rowsIn(i / layout.blocksAcross() % layout.blocksDown()) * layout.rowBytes();
        }
        return counts;
    }

    /** The block that holds a band at a block position. */
    int blockIndex(int blockColumn, int blockRow, int band) {
        int inBand = blockRow * layout.blocksAcross() + blockColumn;
        return layout.bandSeparate() ? band * layout.blocksAcross() * layout.blocksDown() + inBand : inBand;
    }

    /** Whether a block was never written: its cells are no-data. */
    boolean isSparse(int block) {
        return byteCounts[block] == 0;
    }

    long offset(int block) {
        return offsets[block];
    }

    long byteCount(int block) {
        return byteCounts[block];
    }
}
