package org.geoanomaly.gam.formats.points;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.text.LineBlocks;

/**
 * How a table is laid out.
 *
 * @param delimiter comma, semicolon, tab, or a blank for any number of blanks
 * @param decimalComma whether numbers have a decimal comma
 * @param names one for each field of a line
 * @param named whether the names are from the file
 * @param numeric which fields are numbers
 * @param dataOffset byte offset of the first line of data
 */
record PointLayout(
        char delimiter, boolean decimalComma, List<String> names, boolean named, BitSet numeric, long dataOffset) {
    private static final int PEEK = 1 << 18;
    private static final int LOOK_AT = 200;
    private static final int MOST_FIELDS = 4096;
    static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "none", "*", "-");

    private record Line(String text, int offset) {}

    static PointLayout detect(Path path, FileChannel channel) throws IOException {
        byte[] head = LineBlocks.head(channel, PEEK);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String comment = "";
        List<Line> lines = new ArrayList<>();
        for (int at = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0; at < text.length() && lines.size() < LOOK_AT; ) {
            int end = text.indexOf('\n', at);
            if (end < 0 && head.length == PEEK) {
                break;
            }
            String line = text.substring(at, end < 0 ? text.length() : end).strip();
            if (isComment(line)) {
                comment = lines.isEmpty() ? line.replaceFirst("^[#%>]+", "").strip() : comment;
            } else if (!line.isEmpty()) {
                lines.add(new Line(line, at));
            }
            at = end < 0 ? text.length() : end + 1;
        }
        if (lines.isEmpty() || text.indexOf('\0') >= 0) {
            throw new DataFormatException(path, "is not a table of numbers");
        }
        return layout(path, lines, comment);
    }

    private static PointLayout layout(Path path, List<Line> lines, String comment) {
        Line last = lines.get(lines.size() - 1);
        char delimiter = delimiter(last.text);
        boolean decimalComma = delimiter == ';' && lines.stream().anyMatch(l -> l.text.matches(".*\\d,\\d.*"));
        List<String> sample = split(last.text, delimiter);
        int first = 0;
        if (lines.size() > 2
                && sample.size() > 1
                && split(lines.get(0).text, delimiter).size() == 1) {
            first = 1; // a count of the points
        }
        List<String> firstFields = split(lines.get(first).text, delimiter);
        BitSet numeric =
                numeric(lines.subList(Math.min(first + 1, lines.size() - 1), lines.size()), delimiter, decimalComma);
        BitSet inFirst = numeric(List.of(lines.get(first)), delimiter, decimalComma);
        boolean header = lines.size() > first + 1 && inFirst.isEmpty() && !numeric.isEmpty();
        List<String> names = header ? firstFields : split(comment, comment.indexOf(delimiter) < 0 ? ' ' : delimiter);
        boolean named = names.size() == sample.size() && names.stream().noneMatch(n -> number(n, decimalComma));
        if (!header) {
            numeric = numeric(lines.subList(first, lines.size()), delimiter, decimalComma);
        }
        if (numeric.cardinality() < 2 || sample.size() > MOST_FIELDS) {
            throw new DataFormatException(path, "is not a table of numbers");
        }
        if (!named) {
            names = new ArrayList<>();
            for (int i = 0; i < sample.size(); i++) {
                names.add("column" + (i + 1));
            }
        }
        Line data = lines.get(header ? first + 1 : first);
        return new PointLayout(delimiter, decimalComma, List.copyOf(names), named, numeric, data.offset);
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("%") || line.startsWith(">");
    }

    private static char delimiter(String line) {
        for (char c : new char[] {'\t', ';', ','}) {
            if (line.indexOf(c) >= 0) {
                // blanks and tabs mixed: any of them separates
                return c == '\t' && line.matches(".*\\d +[-+.\\d].*") ? ' ' : c;
            }
        }
        return ' ';
    }

    static List<String> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        if (delimiter == ' ') {
            fields.addAll(List.of(line.strip().split("\\s+")));
            return fields;
        }
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= line.length(); i++) {
            if (i < line.length() && line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (i == line.length() || (line.charAt(i) == delimiter && !quoted)) {
                fields.add(line.substring(start, i).strip().replace("\"", ""));
                start = i + 1;
            }
        }
        return fields;
    }

    /** Fields that are numbers or missing in every line, and a number in at least one. */
    private static BitSet numeric(List<Line> lines, char delimiter, boolean decimalComma) {
        BitSet numbers = new BitSet();
        BitSet words = new BitSet();
        for (Line line : lines) {
            List<String> fields = split(line.text, delimiter);
            for (int i = 0; i < fields.size(); i++) {
                boolean missing = MISSING.contains(fields.get(i).toLowerCase(Locale.ROOT));
                if (number(fields.get(i), decimalComma)) {
                    numbers.set(i);
                } else if (!missing) {
                    words.set(i);
                }
            }
        }
        numbers.andNot(words);
        return numbers;
    }

    private static boolean number(String field, boolean decimalComma) {
        String plain = decimalComma ? field.replace(',', '.') : field;
        return plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][-+]?\\d+)?");
    }
}
