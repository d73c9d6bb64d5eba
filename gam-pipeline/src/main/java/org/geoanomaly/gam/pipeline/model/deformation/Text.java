package org.geoanomaly.gam.pipeline.model.deformation;

import java.util.Locale;

/** Words with numbers, the same in every country. */
final class Text {
    private Text() {}

    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
