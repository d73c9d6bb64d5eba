package org.geoanomaly.gam.pipeline.config;

/** Everything that a run may be told. Immutable; every key has a default. */
public record GamConfig(
        GlobalSection global,
        DataSection data,
        PreprocessingSection preprocessing,
        ModelingSection modeling,
        VisualizationSection visualization,
        CoreSection core,
        FusionMvpSection fusionMvp,
        PluginsSection plugins) {
    public static final GamConfig DEFAULT = new GamConfig(
            GlobalSection.DEFAULT,
            DataSection.DEFAULT,
            PreprocessingSection.DEFAULT,
            ModelingSection.DEFAULT,
            VisualizationSection.DEFAULT,
            CoreSection.DEFAULT,
            FusionMvpSection.DEFAULT,
            PluginsSection.DEFAULT);

    /** A configuration that says nothing about plugins. */
    public GamConfig(
            GlobalSection global,
            DataSection data,
            PreprocessingSection preprocessing,
            ModelingSection modeling,
            VisualizationSection visualization,
            CoreSection core,
            FusionMvpSection fusionMvp) {
        this(global, data, preprocessing, modeling, visualization, core, fusionMvp, PluginsSection.DEFAULT);
    }

    /** The whole configuration as JSON that depends on nothing but its values; also valid YAML. */
    public String canonicalJson() {
        return CanonicalJson.of(this);
    }
}
