package org.geoanomaly.gam.pipeline.run;

import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.pipeline.data.Gap;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.jspecify.annotations.Nullable;

/**
 * Raw data of a run.
 *
 * @param items by modality, in the order of the plan; a modality that could not be had is missing
 * @param terrain heights, null if none are needed or to be had
 * @param gaps what could not be had, and why
 */
record Fetched(Map<String, Item> items, @Nullable Item terrain, List<Gap> gaps) {
    /**
     * Data of one modality.
     *
     * @param located the files they come from
     * @param key hash of what was asked for and of the files' content
     */
    record Item(String modality, RawData data, List<ResolvedSource> located, String key) {}
}
