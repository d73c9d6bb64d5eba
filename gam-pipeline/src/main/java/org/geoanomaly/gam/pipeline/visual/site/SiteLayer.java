package org.geoanomaly.gam.pipeline.visual.site;

import org.geoanomaly.gam.grid.stats.Statistics;

/**
 * A layer that the page can show.
 *
 * @param id short name, used in links
 * @param title in the list of layers
 * @param legend under the colour bar
 * @param unit of its values, as the read-out shows it; may be empty
 * @param archive its web tiles
 * @param range colours go from minus this to this at first
 */
public record SiteLayer(String id, String title, String legend, String unit, SiteArchive archive, double range) {
    /** A round number beyond which few of the values lie. */
    public static double range(Statistics s) {
        double high = Math.max(Math.abs(s.p5()), Math.abs(s.p95()));
        if (!(high > 0)) {
            return Math.max(1, Math.max(Math.abs(s.min()), Math.abs(s.max())));
        }
        double step = Math.pow(10, Math.floor(Math.log10(high))) / 2;
        return Math.ceil(high / step) * step;
    }
}
