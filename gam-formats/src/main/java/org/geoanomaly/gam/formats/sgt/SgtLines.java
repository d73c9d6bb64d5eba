package org.geoanomaly.gam.formats.sgt;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Lines of numbers with comments; a comment that names columns is kept until the next block is read. */
final class SgtLines {
    private static final int LONGEST = 100_000;

    private final Path file;
    private final BufferedReader reader;
    private int number;
    private List<String> comment = List.of();

    SgtLines(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** The words of the next line that has any before its comment; null at the end. */
    @Nullable
    List<String> next() throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.length() > LONGEST || line.indexOf('\0') >= 0) {
                throw problem("is not text, so this is not a refraction data file");
            }
            int hash = line.indexOf('#');
            String data = (hash < 0 ? line : line.substring(0, hash)).strip();
            if (!data.isEmpty()) {
                return words(data);
            }
            if (hash >= 0) {
                comment = words(line.substring(hash + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }

    /** The words of the last line that was nothing but a comment; each is given once. */
    List<String> comment() {
        List<String> last = comment;
        comment = List.of();
        return last;
    }

    private static List<String> words(String text) {
        return List.of(text.split("[\\s,;]+", -1));
    }

    double number(List<String> words, int at, String what) {
        if (at >= words.size()) {
            throw problem("has no " + what);
        }
        try {
            double value = Double.parseDouble(words.get(at));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notNumber(words.get(at), what);
        }
        throw notNumber(words.get(at), what);
    }

    private DataFormatException notNumber(String word, String what) {
        String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
        return problem("has " + what + " '" + shown + "', which is not a number");
    }

    /** A whole number between the limits. */
    int whole(List<String> words, int at, String what, int least, int most) {
        double value = number(words, at, what);
        if (value != Math.rint(value) || value < least || value > most) {
            throw problem("has " + what + " " + words.get(at) + ", which is not a whole number from " + least + " to "
                    + most);
        }
        return (int) value;
    }

    DataFormatException problem(String what) {
        return new DataFormatException(file, "line " + number + " " + what);
    }
}
