package org.geoanomaly.gam.formats.seismic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/** Lines of a text file that may be anything: UTF-8, or Latin-1 where a line is no UTF-8. */
public final class TextLines implements AutoCloseable {
    private static final int LONGEST = 1_000_000;
    private static final long LARGEST = 2L << 30;

    private final Path file;
    private final BufferedReader reader;
    private int number;

    private TextLines(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Opens a file. */
    public static TextLines open(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new DataFormatException(file, "is larger than 2 GiB, too large for a list of events or stations");
        }
        return new TextLines(
                file, new BufferedReader(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1), 1 << 16));
    }

    /** The next line without its end; null after the last. */
    public @Nullable String next() throws IOException {
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder(120);
        boolean plain = true;
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (c == 0 || line.length() >= LONGEST) {
                throw problem("is not text");
            }
            plain &= c < 128;
            line.append((char) c);
        }
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            line.setLength(end - 1);
        }
        String text = plain ? line.toString() : utf8(line.toString());
        return number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String utf8(String latin) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return latin;
        }
    }

    /** The file that is read. */
    public Path file() {
        return file;
    }

    /** Number of the last line, from 1. */
    public int number() {
        return number;
    }

    /** A complaint about the last line: the rest of a sentence that starts with it. */
    public DataFormatException problem(String what) {
        return new DataFormatException(file, "line " + number + " " + what);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
