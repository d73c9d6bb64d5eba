package org.geoanomaly.gam.pipeline.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What plugins add to the words of a configuration.
 *
 * @param priors of the modalities that they can invert, by modality
 * @param options the records of options at their defaults, by kind and id
 * @param missing one sentence for each plugin that is there and could not be loaded: a name that nobody knows may be one of theirs
 */
public record Vocabulary(
        Map<String, Priors.Prior> priors, Map<PluginKind, Map<String, Record>> options, List<String> missing) {
    public static final Vocabulary EMPTY = new Vocabulary(Map.of(), Map.of(), List.of());

    public Vocabulary {
        priors = Collections.unmodifiableMap(new TreeMap<>(priors));
        Map<PluginKind, Map<String, Record>> copy = new LinkedHashMap<>();
        options.forEach((kind, byId) -> copy.put(kind, Collections.unmodifiableMap(new TreeMap<>(byId))));
        options = Collections.unmodifiableMap(copy);
        missing = List.copyOf(missing);
    }

    /**
     * Whether a plugin's record of options can be bound.
     *
     * @throws IllegalArgumentException if not, saying why
     */
    public static void check(Record options) {
        OptionsReader.check(options);
    }

    /** The default options of the plugins of a kind, by id. */
    public Map<String, Record> of(PluginKind kind) {
        return options.getOrDefault(kind, Map.of());
    }

    /** The default options of the plugin of this id. */
    public Optional<Record> find(PluginKind kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }
}
