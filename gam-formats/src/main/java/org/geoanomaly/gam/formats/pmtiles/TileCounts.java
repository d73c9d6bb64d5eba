package org.geoanomaly.gam.formats.pmtiles;

/**
 * How much an archive holds; 0 means unknown.
 *
 * @param addressed tiles, before run lengths
 * @param entries directory entries that stand for tiles
 * @param contents distinct contents
 */
public record TileCounts(long addressed, long entries, long contents) {
    public TileCounts {
        if (addressed < 0 || entries < 0 || contents < 0) {
            throw new IllegalArgumentException(
                    "impossible counts: " + addressed + " tiles, " + entries + " entries, " + contents + " contents");
        }
    }
}
