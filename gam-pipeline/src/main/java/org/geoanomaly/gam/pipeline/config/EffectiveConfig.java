package org.geoanomaly.gam.pipeline.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Kind;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;

/** The configuration in force as lines of YAML, each value with the place it came from. */
public final class EffectiveConfig {
    private EffectiveConfig() {}

    /**
     * One value.
     *
     * @param path such as {@code core.seed}
     * @param value as YAML
     * @param origin where it came from, in words
     */
    public record Setting(String path, String value, String origin) {}

    /** Every value in force, in the order of the sections. */
    public static List<Setting> settings(LoadedConfig loaded) {
        List<Setting> settings = new ArrayList<>();
        collect((Mapping) RecordTree.of(loaded.config()), "", loaded.provenance(), settings);
        return List.copyOf(settings);
    }

    private static void collect(Mapping mapping, String prefix, Provenance provenance, List<Setting> settings) {
        mapping.entries().forEach((key, entry) -> {
            String path = prefix + key;
            if (entry.value() instanceof Mapping inner && !inner.entries().isEmpty()) {
                collect(inner, path + ".", provenance, settings);
            } else if (!absent(entry.value()) || prefix.indexOf('.') == prefix.length() - 1) {
                settings.add(new Setting(
                        path, flow(entry.value()), provenance.of(path).describe()));
            }
        });
    }

    /** Absent values are shown among the keys of a section, where the user may want to set them, but not further in. */
    private static boolean absent(ConfigNode node) {
        return node instanceof Scalar s && s.kind() == Kind.NULL;
    }

    /** A complete configuration file: sections, values, and origins as comments. */
    public static String yaml(LoadedConfig loaded) {
        StringBuilder out = new StringBuilder();
        String[] open = {};
        for (Setting setting : settings(loaded)) {
            String[] names = setting.path().split("\\.", -1);
            int common = 0;
            while (common < open.length && common < names.length - 1 && open[common].equals(names[common])) {
                common++;
            }
            for (int i = common; i < names.length - 1; i++) {
                out.append("  ".repeat(i)).append(names[i]).append(":\n");
            }
            open = Arrays.copyOf(names, names.length - 1);
            String line = "  ".repeat(open.length) + names[open.length] + ": " + setting.value();
            out.append(line)
                    .append(" ".repeat(Math.max(1, 44 - line.length())))
                    .append(" # ")
                    .append(setting.origin())
                    .append('\n');
        }
        return out.toString();
    }

    private static String flow(ConfigNode node) {
        if (node instanceof Sequence s) {
            return s.items().stream().map(EffectiveConfig::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Scalar s) {
            boolean word = s.kind() != Kind.TEXT || s.text().matches("[A-Za-z_./][A-Za-z0-9_./+-]*");
            boolean reserved = s.kind() == Kind.TEXT && s.text().matches("(?i)true|false|null|\\.inf|\\.nan");
            if (word && !reserved) {
                return s.text();
            }
            StringBuilder quoted = new StringBuilder();
            CanonicalJson.quote(s.text(), quoted);
            return quoted.toString();
        }
        return node instanceof Mapping m
                ? m.entries().entrySet().stream()
                        .filter(e -> !absent(e.getValue().value()))
                        .map(e -> e.getKey() + ": " + flow(e.getValue().value()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : "{}";
    }
}
