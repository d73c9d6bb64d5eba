package org.geoanomaly.gam.formats.gfc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads ICGEM {@code .gfc} files (Ince et al. 2019, "ICGEM – 15 years", Earth Syst. Sci. Data 11, section 3, and the format descriptions of
 * 2011 and 2.0). {@code begin_of_head} may be missing, as may norm, errors, tide system and model name; the constant may be called {@code
 * gravity_constant}; exponents may be written with D. GM, radius and {@code end_of_head} may not be missing. A line that cannot be
 * read refuses the file: a model with a hole in it would give wrong values silently.
 */
public final class GfcReader {
    private static final int LONGEST_LINE = 10_000;

    private GfcReader() {}

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @param name for messages
     * @throws DataFormatException if this is no such file; the message names the line
     */
    public static GfcModel read(InputStream in, String name) {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1), 1 << 16);
            GfcHeaderParser head = new GfcHeaderParser(name);
            int number = 0;
            while (true) {
                String line = bounded(reader, name, number);
                if (line == null) {
                    throw new DataFormatException(
                            name,
                            "has no end_of_head line, so it is not an ICGEM gravity model or is cut short",
                            null,
                            null);
                }
                number++;
                if (head.accept(line, number)) {
                    break;
                }
            }
            GfcDataParser data = new GfcDataParser(name, head.finish());
            for (String line = bounded(reader, name, number); line != null; line = bounded(reader, name, number)) {
                data.accept(line, ++number);
            }
            return data.finish();
        } catch (IOException e) {
            throw new DataFormatException(name, "cannot be read: " + e.getMessage(), null, e);
        }
    }

    /** A line, but never more of it than any model has: a binary file may be one line of gigabytes. */
    private static @Nullable String bounded(BufferedReader reader, String name, int before) throws IOException {
        StringBuilder out = new StringBuilder(160);
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c == 0 || out.length() > LONGEST_LINE) {
                throw new DataFormatException(
                        name,
                        "line " + (before + 1) + " is not text, so this is not an ICGEM gravity model",
                        null,
                        null);
            }
            if (c != '\r') {
                out.append((char) c);
            }
            c = reader.read();
        }
        return out.toString();
    }
}
