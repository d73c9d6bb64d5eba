package org.geoanomaly.gam.pipeline.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Entry;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Kind;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed values out of one mapping. A wrong value is noted and the default taken instead, so that reading goes on and finds the next
 * one; an absent or empty key means the default. {@link #finish} notes the keys nobody asked for.
 */
final class SectionReader {
    private final Mapping node;
    private final String path;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean idsOfPlugins;

    SectionReader(Mapping node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /** The value of a key, null if absent or empty. */
    @Nullable
    ConfigNode value(String key) {
        asked.add(key);
        Entry entry = node.entries().get(key);
        if (entry == null || (entry.value() instanceof Scalar s && s.kind() == Kind.NULL)) {
            return null;
        }
        return entry.value();
    }

    /** Keys present, in the order written. */
    Set<String> keys() {
        return node.entries().keySet();
    }

    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void problem(ConfigNode at, String key, String message, @Nullable String note, @Nullable String help) {
        problems.add(at.origin(), pathOf(key) + ": " + message, note, help);
    }

    /** Notes that a needed key is absent. */
    void missing(String key, @Nullable String help) {
        problems.add(node.origin(), pathOf(key) + ": is missing", null, help);
    }

    /** Notes that this mapping as a whole is wrong. */
    void wrong(String message) {
        problems.add(node.origin(), path + ": " + message, null, null);
    }

    /** Notes a name that nobody knows, which a plugin that is not there may have brought. */
    void unknownName(ConfigNode at, String key, String message, @Nullable String help) {
        problems.addOfMissing(at.origin(), pathOf(key) + ": " + message, help);
    }

    /** How many problems are noted so far, in all sections. */
    int problems() {
        return problems.count();
    }

    /** Says that keys that nobody asks for may be ids of plugins. */
    void unknownMayBePlugins() {
        idsOfPlugins = true;
    }

    <T extends @Nullable Object> T section(String key, Function<SectionReader, T> read) {
        ConfigNode value = value(key);
        Mapping mapping = Mapping.empty(new Origin.Default());
        if (value instanceof Mapping m) {
            mapping = m;
        } else if (value != null) {
            problem(value, key, "expected a mapping of keys, found " + value.found(), null, null);
        }
        SectionReader inner = new SectionReader(mapping, pathOf(key), problems);
        T result = read.apply(inner);
        inner.finish();
        return result;
    }

    /** A reader of nothing, under a key that holds no mapping: every key has its default. */
    SectionReader empty(String key) {
        ConfigNode value = value(key);
        Origin at = value == null ? node.origin() : value.origin();
        return new SectionReader(Mapping.empty(at), pathOf(key), problems);
    }

    /** A list of mappings, null if absent; a single mapping stands for a list of one. */
    <T> @Nullable List<T> sections(String key, Function<SectionReader, T> read) {
        return list(key, item -> {
            if (item instanceof Mapping mapping) {
                SectionReader inner = new SectionReader(mapping, pathOf(key), problems);
                T result = read.apply(inner);
                inner.finish();
                return result;
            }
            problem(item, key, "expected a mapping of keys, found " + item.found(), null, null);
            return null;
        });
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    @Nullable
    String text(String key) {
        ConfigNode value = value(key);
        return value == null ? null : text(value, key);
    }

    private @Nullable String text(ConfigNode value, String key) {
        if (value instanceof Scalar s) {
            if (!s.text().isBlank()) {
                return s.text();
            }
            problem(value, key, "must not be empty", null, null);
            return null;
        }
        problem(value, key, "expected a word, found " + value.found(), null, null);
        return null;
    }

    boolean flag(String key, boolean otherwise) {
        ConfigNode value = value(key);
        if (value instanceof Scalar s && s.kind() == Kind.BOOLEAN) {
            return s.text().equalsIgnoreCase("true");
        }
        if (value != null) {
            String help = value instanceof Scalar s && s.text().matches("(?i)yes|no|on|off|y|n")
                    ? "YAML 1.2 knows only true and false: write " + s.text().matches("(?i)yes|on|y")
                    : null;
            problem(value, key, "expected true or false, found " + value.found(), null, help);
        }
        return otherwise;
    }

    int integer(String key, int otherwise, int min, int max) {
        ConfigNode value = value(key);
        return value == null ? otherwise : (int) integer(value, key, otherwise, min, max);
    }

    long longInteger(String key, long otherwise) {
        ConfigNode value = value(key);
        return value == null ? otherwise : integer(value, key, otherwise, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A whole number in a range, or the default if absent. */
    long whole(String key, long otherwise, long min, long max) {
        ConfigNode value = value(key);
        return value == null ? otherwise : integer(value, key, otherwise, min, max);
    }

    private long integer(ConfigNode value, String key, long otherwise, long min, long max) {
        if (!(value instanceof Scalar s) || s.kind() != Kind.INTEGER) {
            problem(value, key, "expected a whole number, found " + value.found(), null, quotedHelp(value));
            return otherwise;
        }
        try {
            long number = Long.parseLong(s.text());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through: a whole number of more than 64 bits is out of every range
        }
        String range = max == Long.MAX_VALUE ? "a whole number of at most 64 bits" : "between " + min + " and " + max;
        problem(value, key, "must be " + range + ", found " + s.text(), null, null);
        return otherwise;
    }

    double number(String key, double otherwise, Limits limits) {
        Double number = number(key, limits);
        return number == null ? otherwise : number;
    }

    @Nullable
    Double number(String key, Limits limits) {
        ConfigNode value = value(key);
        return value == null ? null : number(value, key, limits);
    }

    @Nullable
    Double number(ConfigNode value, String key, Limits limits) {
        if (!(value instanceof Scalar s) || (s.kind() != Kind.INTEGER && s.kind() != Kind.REAL)) {
            problem(value, key, "expected a number, found " + value.found(), null, quotedHelp(value));
            return null;
        }
        double number = parse(s.text());
        if (limits.accept(number)) {
            return number;
        }
        problem(value, key, "must be " + limits.words() + ", found " + s.text(), null, null);
        return null;
    }

    private static double parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("inf") || lower.contains("nan") ? Double.NaN : Double.parseDouble(text);
    }

    private static @Nullable String quotedHelp(ConfigNode value) {
        boolean quotedNumber =
                value instanceof Scalar s && s.quoted() && s.text().matches("[-+]?[0-9][0-9.eE+-]*");
        return quotedNumber ? "write it without quotes" : null;
    }

    <E extends Enum<E>> E choice(String key, E otherwise) {
        ConfigNode value = value(key);
        return value == null ? otherwise : choice(value, key, otherwise);
    }

    private <E extends Enum<E>> E choice(ConfigNode value, String key, E otherwise) {
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        List<String> names = Arrays.stream(all).map(Enum::toString).toList();
        if (value instanceof Scalar s) {
            for (E candidate : all) {
                if (candidate.toString().equalsIgnoreCase(s.text().replace('-', '_'))) {
                    return candidate;
                }
            }
        }
        String word = value instanceof Scalar s ? s.text() : "";
        String help = NearestName.of(word, names)
                .map(n -> "did you mean '" + n + "'?")
                .orElse(null);
        problem(value, key, "must be one of " + String.join(", ", names) + "; found " + value.found(), null, help);
        return otherwise;
    }

    <E extends Enum<E>> List<E> choices(String key, List<E> otherwise) {
        List<E> chosen = list(key, item -> choice(item, key, otherwise.get(0)));
        return chosen == null ? otherwise : chosen;
    }

    List<String> texts(String key, List<String> otherwise) {
        List<String> texts = list(key, item -> text(item, key));
        return texts == null ? otherwise : texts;
    }

    List<Integer> integers(String key, List<Integer> otherwise, int min, int max) {
        List<Integer> numbers = list(key, item -> (int) integer(item, key, min, min, max));
        return numbers == null ? otherwise : numbers;
    }

    /** A list; a single value stands for a list of one. */
    <T> @Nullable List<T> list(String key, Function<ConfigNode, @Nullable T> read) {
        ConfigNode value = value(key);
        if (value == null) {
            return null;
        }
        List<ConfigNode> items = value instanceof Sequence s ? s.items() : List.of(value);
        List<T> result = new ArrayList<>();
        for (ConfigNode item : items) {
            T read1 = read.apply(item);
            if (read1 != null) {
                result.add(read1);
            }
        }
        return List.copyOf(result);
    }

    /** A path as written, relative to the working directory. */
    Path path(String key, Path otherwise) {
        String text = text(key);
        ConfigNode value = value(key);
        if (text == null || value == null) {
            return otherwise;
        }
        Path path = path(value, key, text);
        return path == null ? otherwise : path;
    }

    /** A path as written, or null after noting that the system cannot have such a path. */
    @Nullable
    Path path(ConfigNode value, String key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            problem(value, key, "'" + text + "' cannot be a path: " + e.getReason(), null, null);
            return null;
        }
    }

    /** Notes every key that nobody asked for. */
    void finish() {
        for (Map.Entry<String, Entry> entry : node.entries().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                String help = NearestName.of(entry.getKey(), asked)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElseGet(() ->
                                asked.isEmpty() ? "there are no keys here" : "keys here: " + String.join(", ", asked));
                Origin at = entry.getValue().keyOrigin();
                if (idsOfPlugins) {
                    problems.addOfMissing(at, "there is no plugin '" + pathOf(entry.getKey()) + "'", help);
                } else {
                    problems.add(at, "unknown key '" + pathOf(entry.getKey()) + "'", null, help);
                }
            }
        }
    }
}
