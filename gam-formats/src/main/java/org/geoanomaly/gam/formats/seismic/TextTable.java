package org.geoanomaly.gam.formats.seismic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** A table of text with one line for its header: CSV with quotes, or separated by bars. Lines that start with # are comments. */
public final class TextTable implements AutoCloseable {
    private final TextLines lines;
    private final char delimiter;
    private final List<String> header;
    private final Values values;
    private List<String> row = List.of();

    private TextTable(TextLines lines, char delimiter, List<String> header) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.header = header;
        this.values = new Values(lines::problem);
    }

    /**
     * Opens a table and reads its header, which may be a comment if the delimiter is a bar.
     *
     * @param delimiter the separator, or 0 for a comma, semicolon or tab, whichever the header has
     */
    public static TextTable open(Path file, char delimiter) throws IOException {
        TextLines lines = TextLines.open(file);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                String plain = line.strip();
                boolean comment = plain.startsWith("#") && delimiter != '|';
                if (!plain.isEmpty() && !comment) {
                    char d = delimiter != 0 ? delimiter : detect(plain);
                    List<String> names = split(plain.startsWith("#") ? plain.substring(1) : plain, d).stream()
                            .map(n -> n.toLowerCase(Locale.ROOT))
                            .toList();
                    return new TextTable(lines, d, names);
                }
            }
            throw new DataFormatException(file, "is empty");
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static char detect(String header) {
        for (char c : new char[] {'\t', ';', ','}) {
            if (header.indexOf(c) >= 0) {
                return c;
            }
        }
        return ',';
    }

    /** The names of the columns in lower case. */
    public List<String> header() {
        return header;
    }

    /** Number of the first column with one of these names, or -1. */
    public int column(String... names) {
        for (String name : names) {
            int at = header.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** Goes to the next row that is neither empty nor a comment; false after the last. */
    public boolean next() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                row = split(line, delimiter);
                return true;
            }
        }
        return false;
    }

    /** Fields of the row. */
    public int fields() {
        return row.size();
    }

    /** A field of the row without blanks around it; empty if there is none or the column is -1. */
    public String text(int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    /** Checks values of the row. */
    public Values values() {
        return values;
    }

    /** A complaint about the row. */
    public DataFormatException problem(String what) {
        return lines.problem(what);
    }

    static List<String> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && delimiter != '|') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
