package org.geoanomaly.gam.pipeline.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in a YAML file other than a configuration, such as a model for forward modelling. Everything that is wrong is collected with its
 * file and line and thrown at the end of {@link #read}; keys that nobody asked for are wrong too.
 */
public final class YamlSection {
    private static final int MAX_BYTES = 1 << 26;

    private final Mapping node;
    private final SectionReader reader;
    private final Problems problems;
    private final String path;

    private YamlSection(Mapping node, String path, Problems problems) {
        this.node = node;
        this.reader = new SectionReader(node, path, problems);
        this.problems = problems;
        this.path = path;
    }

    /**
     * Reads a file of at most 64 MiB.
     *
     * @param kind what the file should be, for messages, such as {@code model}
     * @throws ConfigurationException that shows everything wrong with it
     */
    public static <T> T read(Path file, String kind, Function<YamlSection, T> body) {
        Problems problems = new Problems();
        YamlSection root = new YamlSection(YamlReader.readFile(file, kind, MAX_BYTES), "", problems);
        T result = body.apply(root);
        root.reader.finish();
        problems.throwIfAny();
        return result;
    }

    /** Whether the key has a value. */
    public boolean has(String key) {
        return reader.value(key) != null;
    }

    /** The mapping under a key, or null if there is none. */
    public <T> @Nullable T section(String key, Function<YamlSection, @Nullable T> body) {
        ConfigNode value = reader.value(key);
        return value == null ? null : inner(value, key, body);
    }

    /** The mappings of a list, without those that the body rejects with null; empty if the key is absent. */
    public <T> List<T> sections(String key, Function<YamlSection, @Nullable T> body) {
        ConfigNode value = reader.value(key);
        List<T> result = new ArrayList<>();
        if (value instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                T item = inner(list.items().get(i), key + "[" + i + "]", body);
                if (item != null) {
                    result.add(item);
                }
            }
        } else if (value != null) {
            reader.problem(value, key, "expected a list, found " + value.found(), null, "begin every entry with '- '");
        }
        return result;
    }

    private <T> @Nullable T inner(ConfigNode value, String key, Function<YamlSection, @Nullable T> body) {
        if (!(value instanceof Mapping mapping)) {
            reader.problem(value, key, "expected a mapping of keys, found " + value.found(), null, null);
            return null;
        }
        YamlSection inner = new YamlSection(mapping, reader.pathOf(key), problems);
        T result = body.apply(inner);
        inner.reader.finish();
        return result;
    }

    /** A number that must be there and finite; NaN after noting that it is not. */
    public double number(String key) {
        if (!has(key)) {
            reader.missing(key, null);
            return Double.NaN;
        }
        return number(key, Double.NaN);
    }

    /** A finite number, or the default if absent. */
    public double number(String key, double otherwise) {
        Double number = reader.number(key, Limits.FINITE);
        return number == null ? otherwise : number;
    }

    /** A list of exactly {@code n} finite numbers, or null if absent or wrong. */
    public double @Nullable [] numbers(String key, int n) {
        ConfigNode value = reader.value(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Sequence list) || list.items().size() != n) {
            String found =
                    value instanceof Sequence s ? "a list of " + s.items().size() : value.found();
            reader.problem(value, key, "expected a list of " + n + " numbers, found " + found, null, null);
            return null;
        }
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            Double number = reader.number(list.items().get(i), key, Limits.FINITE);
            numbers[i] = number == null ? Double.NaN : number;
        }
        return numbers;
    }

    /** Notes that this mapping as a whole is wrong. */
    public void problem(String message, @Nullable String help) {
        problems.add(node.origin(), (path.isEmpty() ? "" : path + ": ") + message, null, help);
    }
}
