package org.geoanomaly.gam.pipeline.config;

import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Entry;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Kind;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Mapping;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Scalar;
import org.geoanomaly.gam.pipeline.config.ConfigNode.Sequence;

/**
 * JSON text of records that is the same on every machine and Java version: keys sorted, no spaces, shortest numbers, absent values left
 * out. Fit for hashing, and for a manifest.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * Compact JSON of a record (a whole configuration or a slice of it), list, map, number, word or flag.
     *
     * @throws IllegalArgumentException if a number is not finite, or a type has no plain form
     */
    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(RecordTree.of(value), out);
        return out.toString();
    }

    private static void write(ConfigNode node, StringBuilder out) {
        if (node instanceof Scalar s) {
            if (s.kind() == Kind.TEXT) {
                quote(s.text(), out);
            } else {
                out.append(s.text());
            }
        } else if (node instanceof Sequence s) {
            String separator = "[";
            for (ConfigNode item : s.items()) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(s.items().isEmpty() ? "[]" : "]");
        } else if (node instanceof Mapping m) {
            String separator = "{";
            for (Map.Entry<String, Entry> entry : new TreeMap<>(m.entries()).entrySet()) {
                if (absent(entry.getValue().value())) {
                    continue;
                }
                out.append(separator);
                quote(entry.getKey(), out);
                out.append(':');
                write(entry.getValue().value(), out);
                separator = ",";
            }
            out.append(separator.equals("{") ? "{}" : "}");
        }
    }

    private static boolean absent(ConfigNode node) {
        return node instanceof Scalar s && s.kind() == Kind.NULL;
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || (Character.isSurrogate(c) && !paired(text, i))) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        boolean high = Character.isHighSurrogate(text.charAt(i));
        return high
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
