package org.geoanomaly.gam.formats.tiff;

/**
 * How one raster, the full resolution or an overview, is stored.
 *
 * @param width columns
 * @param height rows
 * @param bands values at each cell
 * @param sampleType how a value is stored
 * @param compression how a block is compressed
 * @param predictor 1 none, 2 horizontal differencing, 3 floating point
 * @param blockWidth columns of a tile, or the width if stored in strips
 * @param blockHeight rows of a tile or strip
 * @param tiled tiles rather than strips
 * @param bandSeparate every band has its own blocks, rather than all bands of a cell lying side by side
 */
public record RasterLayout(
        int width,
        int height,
        int bands,
        SampleType sampleType,
        Compression compression,
        int predictor,
        int blockWidth,
        int blockHeight,
        boolean tiled,
        boolean bandSeparate) {

    int blocksAcross() {
        return ceilDiv(width, blockWidth);
    }

    int blocksDown() {
        return ceilDiv(height, blockHeight);
    }

    /** Blocks of all bands. */
    long blockCount() {
        return (long) blocksAcross() * blocksDown() * (bandSeparate ? bands : 1);
    }

    /** Bytes from one cell to the next in an uncompressed block. */
    int cellBytes() {
        return sampleType.bytes() * (bandSeparate ? 1 : bands);
    }

    long rowBytes() {
        return (long) blockWidth * cellBytes();
    }

    /** Rows stored in the blocks of block row {@code blockRow}: the last strip is shorter, tiles are always whole. */
    int rowsIn(int blockRow) {
        return tiled ? blockHeight : Math.min(blockHeight, height - blockRow * blockHeight);
    }

    /** Rows of those blocks that belong to the raster rather than to its padding. */
    int rowsUsed(int blockRow) {
        return Math.min(blockHeight, height - blockRow * blockHeight);
    }

    private static int ceilDiv(int a, int b) {
        return (int) (((long) a + b - 1) / b);
    }
}
