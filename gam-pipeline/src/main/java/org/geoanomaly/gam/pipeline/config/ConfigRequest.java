package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to load a configuration from, weakest first: defaults, file, environment, {@code --set}, options.
 *
 * @param file the YAML file, or null for none
 * @param environment all variables; those named {@code GAM_SECTION__KEY} count
 * @param assignments arguments of {@code --set}, {@code key.path=value} with a YAML value; later ones win
 * @param options values of options with names of their own
 */
public record ConfigRequest(
        @Nullable Path file, Map<String, String> environment, List<String> assignments, List<OptionValue> options) {
    public static final ConfigRequest NOTHING = new ConfigRequest(null, Map.of(), List.of(), List.of());

    public ConfigRequest {
        environment = Map.copyOf(environment);
        assignments = List.copyOf(assignments);
        options = List.copyOf(options);
    }

    /**
     * A value from a dedicated option.
     *
     * @param option such as {@code --output}
     * @param key such as {@code core.output_dir}
     * @param value as YAML
     */
    public record OptionValue(String option, String key, String value) {
        /** A value that is taken as it stands, such as a path, whatever YAML would make of it. */
        public static OptionValue literal(String option, String key, String text) {
            return new OptionValue(option, key, "'" + text.replace("'", "''") + "'");
        }
    }

    /** The same request with one more option value. */
    public ConfigRequest with(OptionValue value) {
        return new ConfigRequest(
                file,
                environment,
                assignments,
                Stream.concat(options.stream(), Stream.of(value)).toList());
    }
}
