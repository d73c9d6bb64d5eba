package org.geoanomaly.gam.formats.points;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.grid.text.BadLineException;
import org.geoanomaly.gam.grid.text.DecimalCursor;
import org.geoanomaly.gam.grid.text.LineBlocks;

/** Gathers the numbers of a table, line by line. */
final class PointLines implements LineBlocks.Reader {
    private static final int FIRST_ROWS = 1 << 12;

    private final PointLayout layout;
    private final DecimalCursor number = new DecimalCursor();
    private final int fields;
    private final int[] columnOf;
    private final double[] row;
    private double[][] columns;
    private int rows;

    PointLines(PointLayout layout) {
        this.layout = layout;
        fields = layout.names().size();
        columnOf = new int[fields];
        int used = 0;
        for (int i = 0; i < fields; i++) {
            columnOf[i] = layout.numeric().get(i) ? used++ : -1;
        }
        row = new double[used];
        columns = new double[used][FIRST_ROWS];
    }

    PointTable table(String source) {
        List<String> names = new ArrayList<>();
        List<double[]> data = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            if (columnOf[i] >= 0) {
                names.add(layout.names().get(i));
                data.add(Arrays.copyOf(columns[columnOf[i]], rows));
            }
        }
        return new PointTable(source, names, data, layout.named());
    }

    @Override
    public void read(byte[] bytes, int from, int to, long offset) {
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            int last = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            int first = at;
            while (first < last && (bytes[first] == ' ' || (bytes[first] == '\t' && layout.delimiter() != '\t'))) {
                first++;
            }
            boolean comment = first < last && (bytes[first] == '#' || bytes[first] == '%' || bytes[first] == '>');
            if (first < last && !comment) {
                line(bytes, first, last, offset + at - from);
            }
            at = end + 1;
        }
    }

    private void line(byte[] bytes, int from, int to, long offset) {
        int field = 0;
        int at = from;
        char delimiter = layout.delimiter();
        while (at <= to && (at < to || delimiter != ' ')) {
            int end = fieldEnd(bytes, at, to, delimiter);
            if (field == fields) {
                if (delimiter != ' ' && end == at && end == to) {
                    break; // a delimiter at the end of the line
                }
                throw new BadLineException(offset, "has more than the " + fields + " fields of the lines before");
            }
            if (columnOf[field] >= 0) {
                row[columnOf[field]] = value(bytes, at, end, field, offset);
            }
            field++;
            at = end + 1;
            while (delimiter == ' ' && at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
                at++;
            }
        }
        if (field != fields) {
            throw new BadLineException(offset, "has " + field + " fields where " + fields + " are needed");
        }
        append();
    }

    private static int fieldEnd(byte[] bytes, int from, int to, char delimiter) {
        boolean quoted = false;
        int p = from;
        while (p < to) {
            byte c = bytes[p];
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == delimiter || (delimiter == ' ' && c == '\t'))) {
                return p;
            }
            p++;
        }
        return to;
    }

    private double value(byte[] bytes, int from, int to, int field, long offset) {
        int first = from;
        int last = to;
        while (first < last && (bytes[first] == ' ' || bytes[first] == '"')) {
            first++;
        }
        while (last > first && (bytes[last - 1] == ' ' || bytes[last - 1] == '"')) {
            last--;
        }
        if (layout.decimalComma()) {
            for (int i = first; i < last; i++) {
                bytes[i] = bytes[i] == ',' ? (byte) '.' : bytes[i];
            }
        }
        double value = number.over(bytes, first, last).number();
        if (number.valid() && number.atEnd()) {
            return value;
        }
        String text = new String(bytes, first, last - first, StandardCharsets.ISO_8859_1);
        if (PointLayout.MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        throw new BadLineException(
                offset, "has '" + shown + "' in the column " + layout.names().get(field) + ", which is not a number");
    }

    private void append() {
        if (columns.length > 0 && rows == columns[0].length) {
            if (rows > (Integer.MAX_VALUE - 8) / 2) {
                throw new BadLineException(0, "starts a table of more than " + rows + " lines, which is too long");
            }
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], rows * 2);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i][rows] = row[i];
        }
        rows++;
    }
}
