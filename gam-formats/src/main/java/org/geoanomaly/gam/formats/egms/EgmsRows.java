package org.geoanomaly.gam.formats.egms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.text.DecimalCursor;
import org.jspecify.annotations.Nullable;

/** Takes chosen columns of numbers out of a stream of lines, one row at a time; memory does not grow with the file. */
final class EgmsRows {
    /** Thousands of dates of a dozen characters each fit. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 18;

    private final String source;
    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean ended;
    private long line;

    EgmsRows(String source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    /** The next line as text; empty at the end. */
    String headerLine() throws IOException {
        int end = lineEnd();
        String text = end < 0 ? "" : new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
        from = Math.min(Math.max(end, from) + 1, to);
        return text;
    }

    /**
     * Reads every row.
     *
     * @param columns places of the wanted columns in the order of the row handed out; -1 gives NaN
     * @param names of them, for messages
     * @param width number of columns of a line
     */
    void forEach(int[] columns, String[] names, int width, EgmsFile.Row row) throws IOException {
        int last = Arrays.stream(columns).max().orElse(-1);
        int[] slot = new int[last + 1];
        Arrays.fill(slot, -1);
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0) {
                slot[columns[i]] = i;
            }
        }
        double[] values = new double[columns.length];
        Arrays.fill(values, Double.NaN);
        DecimalCursor cursor = new DecimalCursor(',');
        for (int end = lineEnd(); end >= 0; end = lineEnd()) {
            int stop = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
            if (stop > from) {
                fields(cursor.over(buffer, from, stop), slot, names, values);
                requireWidth(stop, last, width);
                row.take(values);
            }
            from = Math.min(end + 1, to);
        }
    }

    private void fields(DecimalCursor cursor, int[] slot, String[] names, double[] values) {
        for (int f = 0; f < slot.length; f++) {
            if (cursor.atEnd()) {
                throw bad("ends after " + f + " fields, within what the header names", null);
            }
            if (slot[f] < 0) {
                cursor.skipField();
                continue;
            }
            int start = cursor.position();
            double value = cursor.number();
            if (!cursor.valid()) {
                if (cursor.position() > start && !blank(start, cursor.position())) {
                    String text = new String(
                            buffer, start, Math.min(40, cursor.position() - start), StandardCharsets.ISO_8859_1);
                    throw bad("has '" + text.strip() + "' for " + names[slot[f]] + ", which is no number", null);
                }
                cursor.skipField();
            }
            values[slot[f]] = value;
        }
    }

    private boolean blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** A line cut short is the usual sign of a download that was. */
    private void requireWidth(int stop, int last, int width) {
        if (!ended || to - stop > 2 || last + 1 >= width) {
            return;
        }
        int commas = 0;
        for (int i = from; i < stop; i++) {
            commas += buffer[i] == ',' ? 1 : 0;
        }
        if (commas + 1 < width) {
            throw bad("is cut short: it has " + (commas + 1) + " fields instead of " + width, "fetch the file again");
        }
    }

    private DataFormatException bad(String problem, @Nullable String help) {
        return new DataFormatException(source + " line " + line, problem, help, null);
    }

    /** Where the line that begins at {@code from} ends; -1 at the end of the file. */
    private int lineEnd() throws IOException {
        int scanned = from;
        while (true) {
            for (int i = scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    line++;
                    return i;
                }
            }
            scanned = to - from;
            if (!fill()) {
                line++;
                return to > from ? to : -1;
            }
        }
    }

    /** Moves the unfinished line to the front and reads on; false at the end of the file. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int kept = to - from;
        if (kept > LONGEST_LINE) {
            throw new DataFormatException(
                    source + " line " + (line + 1), "is longer than " + LONGEST_LINE + " bytes", null, null);
        }
        byte[] target = kept > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
        System.arraycopy(buffer, from, target, 0, kept);
        buffer = target;
        from = 0;
        to = kept;
        int n = in.readNBytes(buffer, to, buffer.length - to);
        to += n;
        ended = n == 0;
        return n > 0;
    }
}
