package org.geoanomaly.gam.pipeline.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.OverviewResampling;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.layout.Layer;
import tools.jackson.databind.JsonNode;

/**
 * What a run's manifest says its products must look like.
 *
 * @param cog layout of the tiles
 * @param minValidFraction share of valid cells by layer
 * @param minZoom of the web archive
 * @param maxZoom of the web archive
 */
record RecordedSettings(CogOptions cog, Map<Layer, Double> minValidFraction, int minZoom, int maxZoom) {
    static RecordedSettings of(JsonNode configuration) {
        JsonNode section = configuration.path("fusion_mvp");
        List<Integer> overviews = new ArrayList<>();
        section.path("overviews").forEach(n -> overviews.add(n.intValue(0)));
        JsonNode valid = section.path("min_valid_fraction");
        try {
            return new RecordedSettings(
                    new CogOptions(
                            section.path("block_size").intValue(512),
                            section.path("predictor").intValue(2),
                            section.path("compression_level").intValue(9),
                            overviews,
                            OverviewResampling.AVERAGE),
                    Map.of(
                            Layer.MAG, valid.path("magnetic").doubleValue(0),
                            Layer.GRAV, valid.path("gravity").doubleValue(0),
                            Layer.FUSED, valid.path("fused").doubleValue(0)),
                    section.path("pmtiles").path("min_zoom").intValue(0),
                    section.path("pmtiles").path("max_zoom").intValue(7));
        } catch (IllegalArgumentException e) {
            throw new GamException("the configuration in the manifest is impossible: " + e.getMessage(), e);
        }
    }
}
