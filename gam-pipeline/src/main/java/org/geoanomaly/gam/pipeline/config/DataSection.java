package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code data}.
 *
 * @param bbox the area, null for the whole globe
 * @param modalities what to use; {@code all} stands for every modality that has a source
 * @param sources for each modality where its data come from, beside the built-in choice
 * @param cacheDir downloads and intermediate results, relative to the working directory
 * @param mirrors directories searched for files of the catalogue before the network
 * @param catalogue the user's own {@code data_sources.yaml}
 * @param cacheExpiryDays after so many days the cache reads data anew; 0 for never
 */
public record DataSection(
        @Nullable BoundingBox bbox,
        List<String> modalities,
        Map<String, SourceSpec> sources,
        Path cacheDir,
        List<Path> mirrors,
        @Nullable Path catalogue,
        int cacheExpiryDays) {
    public static final DataSection DEFAULT =
            new DataSection(null, List.of("all"), Map.of(), Path.of("data/cache"), List.of(), null, 0);

    public DataSection {
        modalities = List.copyOf(modalities);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        mirrors = List.copyOf(mirrors);
    }

    /** Whether a modality is asked for. */
    public boolean uses(String modality) {
        return modalities.contains("all") || modalities.contains(modality);
    }
}
