package org.geoanomaly.gam.formats.tiff;

import java.util.Locale;
import java.util.Optional;

/** The value that marks missing cells, from the text of tag 42113. */
final class NoData {
    private NoData() {}

    /** The number; NaN if the text is NaN; empty if it is no number. */
    static Optional<Double> parse(String text) {
        String word = text.trim().toLowerCase(Locale.ROOT);
        switch (word) {
            case "" -> {
                return Optional.empty();
            }
            case "nan", "-nan", "+nan" -> {
                return Optional.of(Double.NaN);
            }
            case "inf", "+inf", "infinity", "+infinity", "1.#inf" -> {
                return Optional.of(Double.POSITIVE_INFINITY);
            }
            case "-inf", "-infinity", "-1.#inf" -> {
                return Optional.of(Double.NEGATIVE_INFINITY);
            }
            default -> {
                try {
                    return Optional.of(Double.parseDouble(word));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }
    }
}
