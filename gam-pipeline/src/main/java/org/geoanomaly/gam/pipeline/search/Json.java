package org.geoanomaly.gam.pipeline.search;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Careful looks into answers of strangers. */
final class Json {
    private static final int LONGEST = 2000;

    private Json() {}

    /** A text without control characters; empty if absent or of another kind. */
    static String text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isString() || value.stringValue().length() > LONGEST) {
            return "";
        }
        return value.stringValue().replaceAll("\\p{Cntrl}", "").strip();
    }

    /** A number, or the number in a text; NaN if there is none. */
    static double number(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            return Double.NaN;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        String text = text(node, key);
        return text.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? Double.parseDouble(text) : Double.NaN;
    }

    static String direction(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("asc") ? "ascending" : lower.startsWith("desc") ? "descending" : "";
    }

    /** Only addresses that a user may safely open. */
    static String url(String text) {
        return text.matches("(?i)(https?|s3)://[\\x21-\\x7e]+") ? text : "";
    }
}
