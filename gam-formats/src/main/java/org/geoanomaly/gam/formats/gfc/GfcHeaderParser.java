package org.geoanomaly.gam.formats.gfc;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Collects the header keywords up to {@code end_of_head}. Text before {@code begin_of_head} is comment. */
final class GfcHeaderParser {
    private static final int LARGEST_DEGREE = 10_800;
    private static final Set<String> KEYS = Set.of(
            "product_type",
            "modelname",
            "earth_gravity_constant",
            "gravity_constant",
            "radius",
            "max_degree",
            "errors",
            "norm",
            "tide_system",
            "format",
            "body");

    private final String name;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private boolean begun;

    GfcHeaderParser(String name) {
        this.name = name;
    }

    /** Takes a line; true if it was the last of the header. */
    boolean accept(String line, int number) {
        String trimmed = line.trim();
        if (trimmed.startsWith("end_of_head")) {
            return true;
        }
        if (trimmed.startsWith("begin_of_head")) {
            if (begun) {
                throw problem(number, "begins a second header");
            }
            begun = true;
            values.clear();
            lines.clear();
            return false;
        }
        String[] words = trimmed.split("\\s+", 3);
        String key = words[0].toLowerCase(Locale.ROOT);
        if (words.length > 1 && KEYS.contains(key)) {
            values.put(key, words[1]);
            lines.put(key, number);
        }
        return false;
    }

    GfcHeader finish() {
        String type = values.getOrDefault("product_type", "gravity_field");
        if (!type.equals("gravity_field")) {
            throw problem(line("product_type"), "says product_type " + type + "; only gravity_field can be read");
        }
        boolean earth = values.containsKey("earth_gravity_constant");
        double gm = positive(earth ? "earth_gravity_constant" : "gravity_constant");
        String body = values.getOrDefault("body", earth ? "earth" : "unknown");
        return new GfcHeader(
                values.getOrDefault("modelname", ""),
                body.toLowerCase(Locale.ROOT),
                gm,
                positive("radius"),
                degree(),
                tide(),
                normalized(),
                values.getOrDefault("errors", "").toLowerCase(Locale.ROOT),
                version());
    }

    private double positive(String key) {
        String text = values.get(key);
        if (text == null) {
            String wanted = key.equals("gravity_constant") ? "earth_gravity_constant (GM)" : key;
            throw new DataFormatException(name, "has no " + wanted + " in its header", null, null);
        }
        double value = GfcNumber.parse(text);
        if (!(value > 0) || Double.isInfinite(value)) {
            throw problem(line(key), key + " '" + text + "' is not a positive number");
        }
        return value;
    }

    /** −1 if the file does not say. */
    private int degree() {
        String text = values.get("max_degree");
        if (text == null) {
            return -1;
        }
        int degree = GfcNumber.integer(text);
        if (degree < 0 || degree > LARGEST_DEGREE) {
            throw problem(line("max_degree"), "max_degree '" + text + "' is not a degree up to " + LARGEST_DEGREE);
        }
        return degree;
    }

    private String tide() {
        String text = values.getOrDefault("tide_system", "unknown")
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        return switch (text) {
            case "tide_free", "zero_tide", "mean_tide", "unknown" -> text;
            default ->
                throw problem(
                        line("tide_system"),
                        "tide_system '" + text + "' is none of tide_free, zero_tide, mean_tide, unknown");
        };
    }

    private boolean normalized() {
        String text = values.getOrDefault("norm", "fully_normalized").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "fully_normalized" -> true;
            case "unnormalized" -> false;
            default -> throw problem(line("norm"), "norm '" + text + "' is neither fully_normalized nor unnormalized");
        };
    }

    private int version() {
        @Nullable String text = values.get("format");
        if (text == null) {
            return 0;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "icgem1.0" -> 1;
            case "icgem2.0" -> 2;
            default -> throw problem(line("format"), "format '" + text + "' is neither icgem1.0 nor icgem2.0");
        };
    }

    private int line(String key) {
        return lines.getOrDefault(key, 0);
    }

    private DataFormatException problem(int number, String text) {
        return new DataFormatException(name, "line " + number + ": " + text, null, null);
    }
}
