package org.geoanomaly.gam.pipeline.webtile;

/**
 * What was written.
 *
 * @param tiles tiles in the archive
 * @param absent tiles of the pyramid that have no valid pixel and are not in the archive
 * @param contents distinct pictures
 * @param bytes size of the archive
 */
public record WebTileSummary(long tiles, long absent, long contents, long bytes) {}
