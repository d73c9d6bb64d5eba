package org.geoanomaly.gam.pipeline.config;

/** The kinds of plugins. */
public enum PluginKind {
    SOURCE("source", "data.sources"),
    PREPROCESSOR("preprocessor", "plugins.preprocessors"),
    INVERTER("inverter", "plugins.inverters"),
    FUSION("fusion", "plugins.fusions"),
    VISUALIZER("visualizer", "plugins.visualizers"),
    /** Its settings are those of section {@code core}. */
    EXECUTOR("executor", "core");

    private final String word;
    private final String section;

    PluginKind(String word, String section) {
        this.word = word;
        this.section = section;
    }

    /** Such as {@code inverter}. */
    public String word() {
        return word;
    }

    /** Where the configuration has the options of plugins of this kind, each under its id; sources have theirs beside the modality. */
    public String section() {
        return section;
    }

    @Override
    public String toString() {
        return word;
    }
}
