package org.geoanomaly.gam.formats.mseed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.grid.error.DataFormatException;

/** Reads the headers of miniSEED 2 records. */
public final class MiniSeed {
    private static final int HEADER = 48;
    private static final int LEAST_EXPONENT = 7;
    private static final int MOST_EXPONENT = 20;

    private final Path file;
    private final Map<String, ChannelSpan> channels = new LinkedHashMap<>();
    private int records;
    private int length;

    private MiniSeed(Path file) {
        this.file = file;
    }

    /** Whether the first bytes of a file are those of a data record. */
    public static boolean matches(byte[] head) {
        if (head.length < HEADER) {
            return false;
        }
        String start = new String(head, 0, 8, StandardCharsets.ISO_8859_1);
        return start.matches("[0-9 ]{6}[DRQM][ \\x00]");
    }

    /**
     * Goes through all records.
     *
     * @throws DataFormatException if a record is no such or the file is truncated, naming the place in it
     */
    public static MiniSeedSummary read(Path file) throws IOException {
        MiniSeed reader = new MiniSeed(file);
        try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long at = 0;
            List<String> notes = new ArrayList<>();
            for (byte[] head = in.readNBytes(HEADER); head.length > 0; head = in.readNBytes(HEADER)) {
                int rest = reader.record(in, head, at);
                long skipped = in.skip(rest);
                while (skipped < rest && in.read() >= 0) {
                    skipped++;
                }
                if (skipped < rest) {
                    notes.add("the record at byte " + at + " is truncated");
                }
                at += reader.length;
            }
            List<MiniSeedSummary.Channel> found = new ArrayList<>();
            reader.channels.forEach((name, span) -> found.add(span.channel(name)));
            return new MiniSeedSummary(reader.records, found, notes);
        }
    }

    private DataFormatException problem(long at, String what) {
        return new DataFormatException(file, "is no miniSEED at byte " + at + ": " + what);
    }

    /** Reads a record up to its blockette 1000; how many bytes of it are left. */
    private int record(InputStream in, byte[] head, long at) throws IOException {
        if (!matches(head)) {
            throw problem(at, head.length < HEADER ? "a record is truncated" : "there is no header of a data record");
        }
        ByteBuffer b = ByteBuffer.wrap(head);
        // nothing states the byte order: a year makes sense in one only
        int year = b.getShort(20);
        b.order(year >= 1900 && year <= 2500 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int first = b.getShort(46) & 0xffff;
        if (first < HEADER || first > 4096) {
            throw problem(at, "its first blockette is said to be at " + first);
        }
        byte[] between = in.readNBytes(first - HEADER + 8);
        ByteBuffer blockette = ByteBuffer.wrap(between).order(b.order());
        int used = first + 8;
        int offset = first - HEADER;
        for (int i = 0; i < 64 && between.length >= offset + 8; i++) {
            if ((blockette.getShort(offset) & 0xffff) == 1000) {
                int exponent = blockette.get(offset + 6);
                if (exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT || (1 << exponent) < used) {
                    throw problem(at, "its length is said to be 2^" + exponent);
                }
                length = 1 << exponent;
                span(b, name(head), blockette.get(offset + 4), at);
                return length - used;
            }
            int next = blockette.getShort(offset + 2) & 0xffff;
            if (next < used) {
                break;
            }
            byte[] more = in.readNBytes(next + 8 - used);
            byte[] longer = java.util.Arrays.copyOf(between, between.length + more.length);
            System.arraycopy(more, 0, longer, between.length, more.length);
            between = longer;
            blockette = ByteBuffer.wrap(between).order(b.order());
            used = next + 8;
            offset = next - HEADER;
        }
        throw problem(at, "it has no blockette 1000, which gives its length");
    }

    private void span(ByteBuffer b, String name, int encoding, long at) {
        records++;
        try {
            channels.computeIfAbsent(name, n -> new ChannelSpan(encoding)).add(b);
        } catch (java.time.DateTimeException e) {
            throw problem(at, "its time is impossible");
        }
        if (channels.size() > 100_000) {
            throw problem(at, "it is from more than 100000 channels");
        }
    }

    private static String name(byte[] head) {
        return code(head, 18, 2) + "." + code(head, 8, 5) + "." + code(head, 13, 2) + "." + code(head, 15, 3);
    }

    private static String code(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1).strip();
    }
}
