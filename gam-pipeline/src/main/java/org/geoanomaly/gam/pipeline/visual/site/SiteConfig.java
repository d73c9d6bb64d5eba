package org.geoanomaly.gam.pipeline.visual.site;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer shows and says.
 *
 * @param title of the page
 * @param about what the values are
 * @param run which run made them
 * @param archive the web tiles
 * @param sources one for each input
 * @param strongest places to list where there are no anomalies, strongest first
 * @param anomalies a GeoJSON file of points with {@code anomaly_id}, {@code anomaly_type}, {@code confidence} (0..1) and, if known, {@code
 *     score}, {@code depth} (m) and {@code contribution_<modality>}; copied into the site
 * @param licence of the product
 */
public record SiteConfig(
        String title,
        SiteAbout about,
        SiteRun run,
        SiteArchive archive,
        List<SiteSource> sources,
        List<StrongCell> strongest,
        @Nullable Path anomalies,
        String licence) {
    public SiteConfig {
        sources = List.copyOf(sources);
        strongest = List.copyOf(strongest);
    }
}
