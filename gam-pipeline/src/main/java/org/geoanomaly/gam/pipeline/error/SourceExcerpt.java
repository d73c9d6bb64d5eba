package org.geoanomaly.gam.pipeline.error;

import org.jspecify.annotations.Nullable;

/**
 * Where an error sits, in a form that can be shown.
 *
 * @param place what the user can go to: {@code config.yaml:14}, {@code environment GAM_CORE__SEED}, {@code --set core.seed=x}
 * @param line 1-based line number, or 0 if there is no line to show
 * @param sourceLine the text of that line, empty if there is none
 * @param column 0-based column of the first wrong character
 * @param length number of wrong characters, at least 1
 * @param note a few words beside the mark, such as the expected order
 */
public record SourceExcerpt(
        String place,
        int line,
        String sourceLine,
        int column,
        int length,
        @Nullable String note) {
    /** A place without text to show. */
    public static SourceExcerpt of(String place) {
        return new SourceExcerpt(place, 0, "", 0, 1, null);
    }
}
