package org.geoanomaly.gam.pipeline.visual.site;

import org.jspecify.annotations.Nullable;

/**
 * Files beside the viewer folder, relative to the page; an owner who publishes the folder alone may put full addresses here.
 *
 * @param sidecar metadata of {@code {tile}} and {@code {layer}}
 * @param cog grid of {@code {tile}} and {@code {layer}}
 * @param report of a regional run
 */
public record SiteLinks(
        @Nullable String sidecar,
        @Nullable String cog,
        @Nullable String report) {
    public static final SiteLinks OF_A_GLOBAL_RUN =
            new SiteLinks("../metadata/{tile}_{layer}.json", "../cog/{layer}/z0p1d/tiles/{tile}.tif", null);
    public static final SiteLinks OF_A_REGIONAL_RUN = new SiteLinks(null, null, "../report.html");
}
