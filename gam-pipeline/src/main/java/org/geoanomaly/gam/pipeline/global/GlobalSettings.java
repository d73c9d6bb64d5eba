package org.geoanomaly.gam.pipeline.global;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.cog.OverviewResampling;
import org.geoanomaly.gam.grid.resample.Resampling;
import org.geoanomaly.gam.pipeline.config.FusionMvpSection;
import org.geoanomaly.gam.pipeline.config.Normalization;
import org.geoanomaly.gam.pipeline.layout.Layer;

/**
 * What decides the content of the products, besides the inputs.
 *
 * @param resampling from source to 0.1°
 * @param normalization over which area scores are taken
 * @param rollingWindowDeg width of the windows of rolling normalisation
 * @param weights of the measured layers in the fused index
 * @param minValidFraction share of valid cells below which a tile fails
 * @param cog how tiles are encoded
 * @param web the web archive
 * @param figure the figure of the globe
 */
public record GlobalSettings(
        Resampling resampling,
        Normalization normalization,
        double rollingWindowDeg,
        Map<Layer, Double> weights,
        Map<Layer, Double> minValidFraction,
        CogOptions cog,
        FusionMvpSection.PmtilesOptions web,
        FusionMvpSection.FigureOptions figure)
        implements Serializable {
    public GlobalSettings {
        weights = Map.copyOf(weights);
        minValidFraction = Map.copyOf(minValidFraction);
    }

    public static GlobalSettings of(FusionMvpSection section) {
        Map<Layer, Double> weights = new EnumMap<>(Layer.class);
        weights.put(Layer.MAG, section.weights().magnetic());
        weights.put(Layer.GRAV, section.weights().gravity());
        Map<Layer, Double> valid = new EnumMap<>(Layer.class);
        valid.put(Layer.MAG, section.minValidFraction().magnetic());
        valid.put(Layer.GRAV, section.minValidFraction().gravity());
        valid.put(Layer.FUSED, section.minValidFraction().fused());
        return new GlobalSettings(
                Resampling.valueOf(section.resampling().name()),
                section.normalization(),
                section.rollingWindowDeg(),
                weights,
                valid,
                new CogOptions(
                        section.blockSize(),
                        section.predictor(),
                        section.compressionLevel(),
                        section.overviews(),
                        OverviewResampling.AVERAGE),
                section.pmtiles(),
                section.figure());
    }
}
