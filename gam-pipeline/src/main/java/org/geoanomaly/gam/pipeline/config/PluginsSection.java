package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Section {@code plugins}: where there are more of them, and their options by kind and id. Sources have their options beside the modality
 * that they serve, executors have none.
 *
 * @param path jars, and directories of jars, besides the program's own directory {@code plugins}
 */
public record PluginsSection(
        List<Path> path,
        Map<String, Record> preprocessors,
        Map<String, Record> inverters,
        Map<String, Record> fusions,
        Map<String, Record> visualizers) {
    public static final PluginsSection DEFAULT = new PluginsSection(List.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public PluginsSection {
        path = List.copyOf(path);
        preprocessors = Collections.unmodifiableMap(new LinkedHashMap<>(preprocessors));
        inverters = Collections.unmodifiableMap(new LinkedHashMap<>(inverters));
        fusions = Collections.unmodifiableMap(new LinkedHashMap<>(fusions));
        visualizers = Collections.unmodifiableMap(new LinkedHashMap<>(visualizers));
    }

    /**
     * The options of a plugin.
     *
     * @param otherwise its defaults, for a configuration that was bound without it
     */
    public Record options(PluginKind kind, String id, Record otherwise) {
        return of(kind).getOrDefault(id, otherwise);
    }

    private Map<String, Record> of(PluginKind kind) {
        return switch (kind) {
            case SOURCE, EXECUTOR -> Map.of();
            case PREPROCESSOR -> preprocessors;
            case INVERTER -> inverters;
            case FUSION -> fusions;
            case VISUALIZER -> visualizers;
        };
    }
}
