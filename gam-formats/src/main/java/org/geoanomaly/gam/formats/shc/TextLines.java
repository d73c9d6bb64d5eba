package org.geoanomaly.gam.formats.shc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Words of text lines with line numbers, of a stream that may be anything. */
final class TextLines {
    private static final int LONGEST_LINE = 1_000_000;

    private final BufferedReader reader;
    private final String name;
    private int number;
    private String text = "";

    TextLines(InputStream in, String name) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1), 1 << 16);
        this.name = name;
    }

    /** The words of the next line that has any; null at the end. */
    @Nullable
    List<String> next() {
        try {
            while (true) {
                StringBuilder line = new StringBuilder(120);
                int c = reader.read();
                if (c < 0) {
                    return null;
                }
                number++;
                for (; c >= 0 && c != '\n'; c = reader.read()) {
                    if (c == 0 || line.length() > LONGEST_LINE) {
                        throw problem("is not text, so this is not a magnetic model");
                    }
                    line.append((char) c);
                }
                text = line.toString().trim();
                StringTokenizer tokens = new StringTokenizer(text);
                List<String> words = new ArrayList<>();
                while (tokens.hasMoreTokens()) {
                    words.add(tokens.nextToken());
                }
                if (!words.isEmpty()) {
                    return words;
                }
            }
        } catch (IOException e) {
            throw new DataFormatException(name, "cannot be read: " + e.getMessage(), null, e);
        }
    }

    /** The last line as it stands. */
    String text() {
        return text;
    }

    DataFormatException problem(String what) {
        return new DataFormatException(name, "line " + number + " " + what, null, null);
    }

    double number(List<String> words, int at, String what) {
        if (at >= words.size()) {
            throw problem("has no " + what);
        }
        String word = words.get(at);
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value) && !word.endsWith("d") && !word.endsWith("f")) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw problem("has " + what + " '" + clipped(word) + "', which is not a number");
        }
        throw problem("has " + what + " '" + clipped(word) + "', which is not a number");
    }

    int integer(List<String> words, int at, String what) {
        double value = number(words, at, what);
        if (value != Math.rint(value) || Math.abs(value) > 1_000_000) {
            throw problem("has " + what + " '" + clipped(words.get(at)) + "', which is not a whole number");
        }
        return (int) value;
    }

    private static String clipped(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }
}
