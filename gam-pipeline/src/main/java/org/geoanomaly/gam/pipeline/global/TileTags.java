package org.geoanomaly.gam.pipeline.global;

import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.stac.ProcessingStep;
import org.geoanomaly.gam.pipeline.stac.SourceRef;
import org.geoanomaly.gam.pipeline.stac.TileProvenance;

/** The text items inside a tile's GeoTIFF. */
final class TileTags {
    private TileTags() {}

    /** Layer, unit, grid, tile, bounds (lon min, lon max, lat min, lat max), statistics and sources. */
    static CogMetadata of(TileId tile, LayerTile layer, TileProvenance provenance, boolean synthetic) {
        CogMetadata tags = CogMetadata.NONE
                .with("layer", layer.layer().id())
                .with("units", layer.layer().unit().symbol())
                .with("grid", "0.1deg")
                .with("tile_id", tile.name())
                .with("bounds", tile.west() + "," + (tile.west() + 10) + "," + tile.south() + "," + (tile.south() + 10))
                .with("bounds_order", "lon_min,lon_max,lat_min,lat_max");
        tags = statistics(tags, layer.statistics());
        for (int i = 0; i < provenance.sources().size(); i++) {
            SourceRef source = provenance.sources().get(i);
            String suffix = provenance.sources().size() == 1 ? "" : "_" + (i + 1);
            tags = tags.with("source" + suffix, source.id());
            if (source.resolutionDeg() != null) {
                tags = tags.with("native_resolution_deg" + suffix, Double.toString(source.resolutionDeg()));
            }
        }
        int models = 0;
        for (ProcessingStep step : provenance.steps()) {
            if (step.name().equals(LayerPreparation.SYNTHESIS)) {
                models++;
                tags = tags.with(models == 1 ? "synthesis" : "synthesis_" + models, step.description());
            }
        }
        return (synthetic ? tags.with("synthetic", "true") : tags)
                .with("software", "GeoAnomalyMapper " + provenance.run().softwareVersion());
    }

    private static CogMetadata statistics(CogMetadata tags, Statistics s) {
        CogMetadata result = tags.with("stats_count", Integer.toString(s.count()))
                .with("stats_min", number(s.min()))
                .with("stats_max", number(s.max()))
                .with("stats_mean", number(s.mean()))
                .with("stats_std", number(s.std()))
                .with("stats_median", number(s.median()))
                .with("stats_mad", number(s.mad()));
        if (s.isEmpty()) {
            return result;
        }
        return result.withBandItem("STATISTICS_MINIMUM", number(s.min()))
                .withBandItem("STATISTICS_MAXIMUM", number(s.max()))
                .withBandItem("STATISTICS_MEAN", number(s.mean()))
                .withBandItem("STATISTICS_STDDEV", number(s.std()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "nan" : Double.toString(value);
    }
}
