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
 * @param layers what can be shown, the first one at first
 * @param sources one for each input
 * @param strongest places to list where there are no anomalies, strongest first
 * @param tiles statistics of tiles
 * @param anomalies a GeoJSON file of points with {@code anomaly_id}, {@code anomaly_type}, {@code confidence} (0..1) and, if known, {@code
 *     score}, {@code depth} (m) and {@code contribution_<modality>}; copied into the site
 * @param links to files beside the folder
 * @param licence of the product
 */
public record SiteConfig(
        String title,
        SiteAbout about,
        SiteRun run,
        List<SiteLayer> layers,
        List<SiteSource> sources,
        List<StrongCell> strongest,
        SiteTiles tiles,
        @Nullable Path anomalies,
        SiteLinks links,
        String licence) {
    public SiteConfig {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a viewer without layers");
        }
        sources = List.copyOf(sources);
        strongest = List.copyOf(strongest);
    }
}
