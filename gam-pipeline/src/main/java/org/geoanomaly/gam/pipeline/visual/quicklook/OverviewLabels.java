package org.geoanomaly.gam.pipeline.visual.quicklook;

/**
 * The texts on an overview.
 *
 * @param title above the map
 * @param unit below the colour bar, what the colours mean
 * @param footer small, below everything: projection, sources, run
 */
public record OverviewLabels(String title, String unit, String footer) {}
