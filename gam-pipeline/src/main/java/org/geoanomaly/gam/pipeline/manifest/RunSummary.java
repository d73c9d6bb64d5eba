package org.geoanomaly.gam.pipeline.manifest;

import java.util.List;

/**
 * How a run ended. It says nothing of what a resumed run found already done, so that it is the same whether or not there was an
 * interruption.
 *
 * @param tilesRequested tiles that were asked for
 * @param tilesComplete tiles whose products are all there and verified
 * @param failed tiles that are not, by tile
 * @param warnings what a reader should know
 * @param seams jumps across tile edges, by layer
 */
public record RunSummary(
        int tilesRequested, int tilesComplete, List<FailedTile> failed, List<String> warnings, List<SeamRecord> seams) {
    public RunSummary {
        failed = List.copyOf(failed);
        warnings = List.copyOf(warnings);
        seams = List.copyOf(seams);
    }

    /**
     * A tile that could not be made.
     *
     * @param tileId its name
     * @param stage where it failed
     * @param message why
     */
    public record FailedTile(String tileId, String stage, String message) {}
}
