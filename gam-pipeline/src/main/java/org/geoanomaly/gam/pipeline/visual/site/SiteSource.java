package org.geoanomaly.gam.pipeline.visual.site;

/**
 * An input, as the page credits it.
 *
 * @param layer the layer that was made from it
 * @param title short name, shown on the map
 * @param nativeResolution such as {@code 2′ (3.7 km)}; never finer than what the source resolves
 * @param licence terms of use
 * @param citation how to cite it; may be empty
 * @param url its home page; may be empty
 * @param sha256 of the file that was read; may be empty
 */
public record SiteSource(
        String layer,
        String title,
        String nativeResolution,
        String licence,
        String citation,
        String url,
        String sha256) {}
