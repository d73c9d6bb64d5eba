package org.geoanomaly.gam.pipeline.visual.site;

import java.util.List;

/**
 * What the values on the map are.
 *
 * @param summary one or two sentences
 * @param legend under the colour bar
 * @param limits what a reader must not take from the map, one sentence each
 * @param missing what was asked for and is not on the map
 */
public record SiteAbout(String summary, String legend, List<String> limits, List<Missing> missing) {
    /**
     * Something that is not there.
     *
     * @param what its name
     * @param why a sentence
     */
    public record Missing(String what, String why) {}

    /** The global fused index at 0.1°. */
    public static final SiteAbout FUSED_INDEX = new SiteAbout(
            "The fused anomaly index is the mean of the robust z-scores of the magnetic and the gravity layer: how unusual"
                    + " a place is among its surroundings. It is a statistic without a unit, not a physical quantity.",
            "fused anomaly index, robust z",
            List.of(
                    "Values are normalised within windows: they compare a place with its surroundings, not with another continent.",
                    "Where values are normalised tile by tile, straight steps along multiples of 10° are seams, not geology.",
                    "Values beyond ±6 are shown as ±6.",
                    "A cell of 0.1° is about 11 km high: nothing smaller is resolved, and no source is sharper than its"
                            + " native resolution below.",
                    "Global gravity and magnetic grids say nothing about cavities or bodies of some hundred metres.",
                    "The map ends at 85° latitude, where Web Mercator does; the grids reach the poles."),
            List.of());

    public SiteAbout {
        limits = List.copyOf(limits);
        missing = List.copyOf(missing);
    }

    /** The same about a product that lacks something. */
    public SiteAbout without(List<Missing> absent) {
        return new SiteAbout(summary, legend, limits, absent);
    }
}
