package org.geoanomaly.gam.formats.pmtiles;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.grid.error.DataFormatException;

/**
 * Reads an archive whose directories are gzip-compressed or plain. Thread-safe. The file is taken for hostile: every range is checked
 * against the file and every size against a limit before memory is spent; what is wrong is told in a {@link DataFormatException}.
 */
public final class PmtilesReader implements AutoCloseable {
    private static final int MAX_DIRECTORY_BYTES = 1 << 22;
    private static final int MAX_METADATA_BYTES = 1 << 24;
    private static final int MAX_TILE_BYTES = 1 << 26;
    /** Directories below the root; the specification discourages more than one level. */
    private static final int MAX_DEPTH = 3;

    private static final int CACHED_LEAVES = 8;

    private final Path path;
    private final FileChannel channel;
    private final PmtilesHeader header;
    private final Directory root;

    private final Map<Long, Directory> leaves = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Directory> eldest) {
            return size() > CACHED_LEAVES;
        }
    };

    private PmtilesReader(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.header = readHeader();
        this.root = directory(header.rootDirectory());
    }

    /**
     * Opens an archive and reads its header and root directory.
     *
     * @throws DataFormatException if it is no PMTiles version 3 archive, truncated or damaged
     */
    public static PmtilesReader open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new PmtilesReader(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    public PmtilesHeader header() {
        return header;
    }

    /** Bytes of the whole file. */
    public long fileSize() throws IOException {
        return channel.size();
    }

    private PmtilesHeader readHeader() throws IOException {
        long size = channel.size();
        byte[] bytes = read(new Section(0, Math.min(size, PmtilesHeader.BYTES)));
        PmtilesHeader h;
        try {
            h = PmtilesHeader.fromBytes(bytes);
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(path.toString(), String.valueOf(e.getMessage()), null, e);
        }
        inFile("root directory", h.rootDirectory(), size);
        inFile("metadata", h.metadata(), size);
        inFile("leaf directories", h.leafDirectories(), size);
        inFile("tile data", h.tileData(), size);
        if (h.rootDirectory().end() > PmtilesHeader.ROOT_END
                || h.rootDirectory().offset() < PmtilesHeader.BYTES) {
            throw fail("has its root directory at bytes " + h.rootDirectory().offset() + " to "
                    + h.rootDirectory().end() + ", not within the first 16 KiB");
        }
        if (h.internalCompression() != Compression.GZIP && h.internalCompression() != Compression.NONE) {
            throw fail("compresses its directories with " + h.internalCompression() + ", only gzip is supported");
        }
        return h;
    }

    private void inFile(String what, Section section, long size) {
        if (section.end() > size) {
            throw fail("is truncated: its " + what + " ends at byte " + section.end() + " but the file has " + size);
        }
    }

    /** The metadata, a JSON object as text; not parsed. */
    public String metadata() throws IOException {
        if (header.metadata().length() > MAX_METADATA_BYTES) {
            throw fail("has metadata of " + header.metadata().length() + " bytes, which is too much");
        }
        byte[] plain = unpack("metadata", read(header.metadata()), MAX_METADATA_BYTES);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DataFormatException(path.toString(), "has metadata that is not UTF-8", null, e);
        }
    }

    /** The content of a tile as stored, if the archive has it. */
    public Optional<byte[]> tile(TileCoordinate tile) throws IOException {
        long id = tile.id();
        Directory directory = root;
        for (int depth = 0; depth <= MAX_DEPTH; depth++) {
            int i = directory.find(id);
            if (i < 0) {
                return Optional.empty();
            }
            if (!directory.isLeaf(i)) {
                return id - directory.id(i) < directory.run(i)
                        ? Optional.of(content(directory.entry(i)))
                        : Optional.empty();
            }
            directory = leaf(directory, i);
        }
        throw fail("nests its directories deeper than " + MAX_DEPTH + " levels");
    }

    /** The content of an entry as stored. */
    public byte[] content(TileEntry entry) throws IOException {
        if (entry.offset() > header.tileData().length() - entry.length()) {
            throw fail("has a damaged directory: tile " + entry.tileId() + " lies outside the tile data");
        }
        if (entry.length() > MAX_TILE_BYTES) {
            throw fail("has a tile of " + entry.length() + " bytes, which is too much");
        }
        return read(new Section(header.tileData().offset() + entry.offset(), entry.length()));
    }

    /** Receives entries. */
    @FunctionalInterface
    public interface EntryVisitor {
        void visit(TileEntry entry) throws IOException;
    }

    /** A directory that is being walked: the next entry, and the id at which the next directory begins. */
    private static final class Cursor {
        final Directory directory;
        final long endId;
        int next;

        Cursor(Directory directory, long endId) {
            this.directory = directory;
            this.endId = endId;
        }
    }

    /**
     * Visits all entries in ascending order.
     *
     * @throws DataFormatException if ids do not ascend, runs overlap, or directories nest too deeply
     */
    public void forEachEntry(EntryVisitor visitor) throws IOException {
        Deque<Cursor> stack = new ArrayDeque<>();
        stack.push(new Cursor(root, TileCoordinate.firstId(TileCoordinate.MAX_ZOOM + 1)));
        long nextFree = 0;
        while (!stack.isEmpty()) {
            Cursor cursor = stack.element();
            Directory d = cursor.directory;
            int i = cursor.next++;
            if (i == d.size()) {
                stack.pop();
                continue;
            }
            long end = i + 1 < d.size() ? d.id(i + 1) : cursor.endId;
            if (d.id(i) < nextFree || d.id(i) + Math.max(1, d.run(i)) > end) {
                throw fail("has a damaged directory: the entry of tile " + d.id(i) + " overlaps another");
            }
            if (d.isLeaf(i)) {
                if (stack.size() > MAX_DEPTH) {
                    throw fail("nests its directories deeper than " + MAX_DEPTH + " levels");
                }
                Directory leaf = leaf(d, i);
                if (leaf.id(0) < d.id(i)) {
                    throw fail("has a damaged directory: a leaf begins before tile " + d.id(i));
                }
                stack.push(new Cursor(leaf, end));
            } else {
                nextFree = d.id(i) + d.run(i);
                visitor.visit(d.entry(i));
            }
        }
    }

    private Directory leaf(Directory parent, int i) throws IOException {
        Section all = header.leafDirectories();
        if (parent.offset(i) > all.length() - parent.length(i)) {
            throw fail("has a damaged directory: a leaf lies outside the leaf directories");
        }
        Section section = new Section(all.offset() + parent.offset(i), parent.length(i));
        synchronized (leaves) {
            Directory known = leaves.get(section.offset());
            if (known != null) {
                return known;
            }
        }
        Directory leaf = directory(section);
        synchronized (leaves) {
            leaves.put(section.offset(), leaf);
        }
        return leaf;
    }

    private Directory directory(Section section) throws IOException {
        if (section.length() > MAX_DIRECTORY_BYTES) {
            throw fail("has a directory of " + section.length() + " bytes, which is too much");
        }
        byte[] plain = unpack("directory", read(section), MAX_DIRECTORY_BYTES);
        try {
            return Directory.decode(plain);
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(path.toString(), "has a damaged directory: it " + e.getMessage(), null, e);
        }
    }

    private byte[] unpack(String what, byte[] packed, int limit) {
        if (header.internalCompression() == Compression.NONE) {
            return packed;
        }
        try {
            return GzipBlock.decompress(packed, limit);
        } catch (IOException e) {
            throw new DataFormatException(path.toString(), "has a damaged " + what + ": " + e.getMessage(), null, e);
        }
    }

    private byte[] read(Section section) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) section.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, section.offset() + bytes.position()) < 0) {
                throw new EOFException(path + " became shorter while it was read");
            }
        }
        return bytes.array();
    }

    private DataFormatException fail(String problem) {
        return new DataFormatException(path, problem);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
