package org.geoanomaly.gam.pipeline.visual.sheet;

import java.util.ArrayList;
import java.util.List;

/** Texts of any origin and length made to fit a width. */
public final class TextLines {
    private static final String ELLIPSIS = "…";
    private static final int MAX_LENGTH = 2000;

    private TextLines() {}

    /** One line: control characters and runs of blanks become one blank; too long becomes shorter. */
    public static String fit(String text, TextStyle style, double width) {
        String clean = clean(text);
        if (style.width(clean) <= width) {
            return clean;
        }
        int low = 0;
        int high = clean.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (style.width(cut(clean, middle)) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cut(clean, low);
    }

    private static String cut(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    /** At most {@code limit} lines, broken at blanks; the last one says if something is left out. */
    public static List<String> wrap(String text, TextStyle style, double width, int limit) {
        List<String> lines = new ArrayList<>();
        String[] words = clean(text).split(" ", -1);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            String longer = line.isEmpty() ? words[i] : line + " " + words[i];
            if (line.isEmpty() || style.width(longer) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (lines.size() == limit - 1) {
                line.append(' ').append(String.join(" ", List.of(words).subList(i, words.length)));
                break;
            }
            lines.add(fit(line.toString(), style, width));
            line.setLength(0);
            line.append(words[i]);
        }
        if (!line.isEmpty()) {
            lines.add(fit(line.toString(), style, width));
        }
        return lines;
    }

    private static String clean(String text) {
        String shorter = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        StringBuilder out = new StringBuilder(shorter.length());
        shorter.codePoints().forEach(c -> {
            boolean visible = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            out.appendCodePoint(visible && !Character.isWhitespace(c) ? c : ' ');
        });
        return out.toString().replaceAll(" {2,}", " ").strip();
    }
}
