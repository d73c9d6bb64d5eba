package org.geoanomaly.gam.pipeline.global;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.validation.CheckResult;

/**
 * How a run ended.
 *
 * @param runId first digits of the configuration's hash
 * @param requested tiles asked for
 * @param completed tiles made now
 * @param skipped tiles that were valid already
 * @param failed tiles that failed a check, with the reasons
 * @param stopped whether the user stopped the run before its end
 * @param checks the checkpoints over the whole product; empty if nothing changed or the run was stopped
 */
public record GlobalSummary(
        String runId,
        int requested,
        int completed,
        int skipped,
        SortedMap<TileId, List<String>> failed,
        boolean stopped,
        List<CheckResult> checks) {
    public GlobalSummary {
        failed = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(failed));
        checks = List.copyOf(checks);
    }

    /** Whether everything asked for is there and right. */
    public boolean clean() {
        return failed.isEmpty() && !stopped && checks.stream().allMatch(CheckResult::passed);
    }

    static SortedMap<TileId, List<String>> failures(Map<TileId, GlobalState.TileStatus> tiles) {
        SortedMap<TileId, List<String>> failed = new TreeMap<>();
        tiles.forEach((tile, status) -> {
            if (status.failed()) {
                failed.put(tile, status.failures());
            }
        });
        return failed;
    }
}
