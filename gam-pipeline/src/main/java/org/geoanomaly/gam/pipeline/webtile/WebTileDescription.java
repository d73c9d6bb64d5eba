package org.geoanomaly.gam.pipeline.webtile;

import java.util.List;

/**
 * What a pyramid says of itself to people.
 *
 * @param name short title
 * @param description one or two sentences
 * @param attribution shown on the map; plain text or HTML
 * @param version semantic version of the product
 * @param sources one line for each input
 * @param synthetic whether the values are made up
 */
public record WebTileDescription(
        String name, String description, String attribution, String version, List<String> sources, boolean synthetic) {
    public WebTileDescription {
        sources = List.copyOf(sources);
    }
}
