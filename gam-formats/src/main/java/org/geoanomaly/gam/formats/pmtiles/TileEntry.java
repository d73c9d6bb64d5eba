package org.geoanomaly.gam.formats.pmtiles;

/**
 * Where the content of a run of equal tiles lies.
 *
 * @param tileId first tile of the run
 * @param offset first byte within the tile data section
 * @param length number of bytes, positive
 * @param runLength number of tiles with consecutive ids, positive
 */
public record TileEntry(long tileId, long offset, int length, int runLength) {}
