package org.geoanomaly.gam.formats.egms;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * A table of the European Ground Motion Service, a zip or the CSV out of it. Nothing is unpacked to disk; each reading streams. Immutable.
 */
public final class EgmsFile {
    private static final String XML_LEVEL = "product_level";
    private static final int XML_HEAD = 1 << 12;
    private static final int HEADER = 1 << 18;

    /** Takes a row. */
    @FunctionalInterface
    public interface Row {
        /**
         * Takes the next row.
         *
         * @param values of the columns asked for, NaN where there is none; the array is used again for the next row
         */
        void take(double[] values);
    }

    /**
     * What a zip may grow to.
     *
     * @param bytes of the table
     * @param ratio growth over the compressed size; not applied to the first 64 MiB
     */
    public record Limits(long bytes, long ratio) {
        private static final long FREE = 64L << 20;

        /** A burst is at most some gigabytes, and text of numbers shrinks four times. */
        public static final Limits DEFAULT = new Limits(64L << 30, 100);

        long allowed(long compressed) {
            long byRatio = compressed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : compressed * ratio;
            return Math.min(bytes, Math.max(FREE, byRatio));
        }
    }

    private final Path path;
    private final Limits limits;
    private final boolean zipped;
    private final String member;
    private final EgmsHeader header;
    private final EgmsLevel level;

    private EgmsFile(Path path, Limits limits, boolean zipped, String member, EgmsHeader header, EgmsLevel level) {
        this.path = path;
        this.limits = limits;
        this.zipped = zipped;
        this.member = member;
        this.header = header;
        this.level = level;
    }

    /** Opens a file. */
    public static EgmsFile open(Path path) throws IOException {
        return open(path, Limits.DEFAULT);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws DataFormatException if it is no such table, damaged, or larger than the limits allow
     */
    public static EgmsFile open(Path path, Limits limits) throws IOException {
        return find(path, limits)
                .orElseThrow(() -> new DataFormatException(
                        path,
                        "is no table of the European Ground Motion Service: its header lacks pid, easting, northing or"
                                + " mean_velocity"));
    }

    /** Whether a file is such a table, by its content. */
    public static boolean matches(Path path) throws IOException {
        try {
            return find(path, Limits.DEFAULT).isPresent();
        } catch (DataFormatException e) {
            return false;
        }
    }

    private static Optional<EgmsFile> find(Path path, Limits limits) throws IOException {
        boolean zipped;
        try (InputStream in = Files.newInputStream(path)) {
            zipped = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PK\u0003\u0004");
        }
        if (!zipped) {
            try (InputStream in = Files.newInputStream(path)) {
                return header(in).map(h -> new EgmsFile(path, limits, false, "", h, level(h, name(path), "")));
            }
        }
        return guarded(path, () -> {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                Optional<ZipEntry> table = member(path, zip, ".csv");
                if (table.isEmpty()) {
                    return Optional.empty();
                }
                String xml = member(path, zip, ".xml").map(e -> start(zip, e)).orElse("");
                try (InputStream in = zip.getInputStream(table.get())) {
                    return header(in)
                            .map(h -> new EgmsFile(
                                    path,
                                    limits,
                                    true,
                                    table.get().getName(),
                                    h,
                                    level(h, table.get().getName(), xml)));
                }
            }
        });
    }

    private static Optional<EgmsHeader> header(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEADER);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        return end < 0 && head.length == HEADER
                ? Optional.empty()
                : EgmsHeader.parse(end < 0 ? text : text.substring(0, end));
    }

    private static Optional<ZipEntry> member(Path path, ZipFile zip, String ending) {
        List<? extends ZipEntry> found = Collections.list(zip.entries()).stream()
                .filter(e -> !e.isDirectory() && !e.getName().startsWith("__MACOSX/"))
                .filter(e -> e.getName().toLowerCase(Locale.ROOT).endsWith(ending))
                .toList();
        if (found.size() > 1 && ending.equals(".csv")) {
            throw new DataFormatException(
                    path,
                    "holds " + found.size() + " tables",
                    "unpack it and name one of them, or give each its own zip");
        }
        return found.stream().map(e -> (ZipEntry) e).findFirst();
    }

    private static String start(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(XML_HEAD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // the description only adds to what the table says itself
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static EgmsLevel level(EgmsHeader header, String name, String xml) {
        int at = xml.indexOf("<" + XML_LEVEL + ">");
        String stated = at < 0 ? "" : xml.substring(at, Math.min(xml.length(), at + 40));
        String upper = (name + " " + stated).toUpperCase(Locale.ROOT);
        if (header.lineOfSight()) {
            return upper.contains("L2A") ? EgmsLevel.L2A : upper.contains("L2B") ? EgmsLevel.L2B : EgmsLevel.L2;
        }
        if (upper.matches("(?s).*_U[_.].*")) {
            return EgmsLevel.L3_UP;
        }
        return upper.matches("(?s).*_E[_.].*") ? EgmsLevel.L3_EAST : EgmsLevel.L3;
    }

    public EgmsHeader header() {
        return header;
    }

    public EgmsLevel level() {
        return level;
    }

    /**
     * Reads every row.
     *
     * @param columns present names of those wanted
     * @throws DataFormatException if a line is not as the header says, or more comes out than the limits allow
     */
    public void read(List<String> columns, Row row) throws IOException {
        int[] places = columns.stream().mapToInt(header::index).toArray();
        String[] names = columns.toArray(String[]::new);
        guarded(path, () -> {
            if (!zipped) {
                try (InputStream in = Files.newInputStream(path)) {
                    rows(in, places, names, row);
                }
                return Optional.empty();
            }
            try (ZipFile zip = new ZipFile(path.toFile())) {
                ZipEntry entry = zip.getEntry(member);
                if (entry == null) {
                    throw new DataFormatException(path, "has lost its member " + member);
                }
                long allowed = limits.allowed(Math.max(entry.getCompressedSize(), 0));
                try (InputStream in = new Bounded(path, zip.getInputStream(entry), allowed)) {
                    rows(in, places, names, row);
                }
            }
            return Optional.empty();
        });
    }

    private void rows(InputStream in, int[] places, String[] names, Row row) throws IOException {
        EgmsRows rows = new EgmsRows(path.toString(), in);
        rows.headerLine();
        rows.forEach(places, names, header.names().size(), row);
    }

    private interface Action<T> {
        Optional<T> run() throws IOException;
    }

    private static <T> Optional<T> guarded(Path path, Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new DataFormatException(path.toString(), "is a damaged or truncated zip file" + why, null, e);
        }
    }

    /** Stops when more comes out than it may. */
    private static final class Bounded extends BufferedInputStream {
        private final Path path;
        private final long allowed;
        private long seen;

        Bounded(Path path, InputStream in, long allowed) {
            super(in, 1 << 16);
            this.path = path;
            this.allowed = allowed;
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            seen += Math.max(n, 0);
            if (seen > allowed) {
                throw new DataFormatException(
                        path,
                        "decompresses to more than " + allowed + " bytes, which looks like a decompression bomb",
                        "unpack it yourself if it is genuine, and name the CSV");
            }
            return n;
        }
    }
}
