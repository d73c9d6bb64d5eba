package org.geoanomaly.gam.formats.pmtiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes a clustered archive in one pass: the first 16 KiB are kept for header and root directory, contents follow as they come, then leaf
 * directories and metadata. Equal contents are stored once. The file appears under its name only when {@link #finish} has succeeded;
 * closing an unfinished writer leaves nothing. Not thread-safe; equal input gives equal bytes.
 */
public final class PmtilesWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final Path target;
    private final Path temporary;
    private final ArchiveProfile profile;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Directory.Builder entries = new Directory.Builder();
    private final ContentIndex contents = new ContentIndex();

    private long dataBytes;
    private long flushedBytes;
    private long distinct;
    private long addressed;
    private long lastId = -1;
    private boolean open = true;

    private PmtilesWriter(Path target, Path temporary, ArchiveProfile profile, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.profile = profile;
        this.channel = channel;
    }

    /** Starts an archive; its directory must exist. */
    public static PmtilesWriter create(Path target, ArchiveProfile profile) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".part");
        FileChannel channel = FileChannel.open(
                temporary,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        return new PmtilesWriter(absolute, temporary, profile, channel);
    }

    /**
     * Adds a tile.
     *
     * @param tile its id must be above all earlier ones
     * @param content at least one byte, already compressed as the profile says; read only
     */
    public void write(TileCoordinate tile, byte[] content) throws IOException {
        writeRun(tile.id(), 1, content);
    }

    /**
     * Adds equal tiles.
     *
     * @param first id of the first, above all earlier ones
     * @param run how many with consecutive ids
     */
    void writeRun(long first, int run, byte[] content) throws IOException {
        if (first <= lastId) {
            throw new IllegalArgumentException(
                    "tile " + TileCoordinate.ofId(first) + " comes too late: ids must ascend");
        }
        if (content.length == 0) {
            throw new IllegalArgumentException("tile " + TileCoordinate.ofId(first) + " is empty");
        }
        Section place = place(content);
        boolean follows = entries.size() > 0 && first == lastId + 1 && entries.lastRun() <= Integer.MAX_VALUE - run;
        if (follows && entries.lastOffset() == place.offset() && entries.lastLength() == content.length) {
            entries.extendLast(run);
        } else {
            entries.add(first, place.offset(), content.length, run);
        }
        lastId = first + run - 1;
        addressed += run;
    }

    private Section place(byte[] content) throws IOException {
        long hash = ContentIndex.hash(content);
        Optional<Section> earlier = contents.candidate(hash);
        if (earlier.isPresent() && same(earlier.get(), content)) {
            return earlier.get();
        }
        Section place = new Section(dataBytes, content.length);
        contents.put(hash, dataBytes, content.length);
        append(content);
        dataBytes += content.length;
        distinct++;
        return place;
    }

    private boolean same(Section place, byte[] content) throws IOException {
        if (place.length() != content.length) {
            return false;
        }
        flush();
        ByteBuffer stored = ByteBuffer.allocate(content.length);
        while (stored.hasRemaining()) {
            if (channel.read(stored, PmtilesHeader.ROOT_END + place.offset() + stored.position()) < 0) {
                throw new IOException(temporary + " lost bytes while it was written");
            }
        }
        return Arrays.equals(stored.array(), content);
    }

    private void append(byte[] bytes) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int n = Math.min(buffer.remaining(), bytes.length - done);
            buffer.put(bytes, done, n);
            done += n;
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        int n = buffer.remaining();
        writeAt(buffer, PmtilesHeader.ROOT_END + flushedBytes);
        flushedBytes += n;
        buffer.clear();
    }

    private void writeAt(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /**
     * Completes the archive and moves it to its name.
     *
     * @param metadataJson a JSON object
     * @throws IllegalStateException if no tile was written: an archive must have one
     */
    public PmtilesHeader finish(String metadataJson) throws IOException {
        if (entries.size() == 0) {
            throw new IllegalStateException("an archive needs at least one tile");
        }
        Directory all = entries.build();
        EncodedDirectories directories = EncodedDirectories.of(all);
        byte[] metadata = GzipBlock.compress(metadataJson.getBytes(StandardCharsets.UTF_8));
        append(directories.leaves());
        append(metadata);
        flush();
        long leavesAt = PmtilesHeader.ROOT_END + dataBytes;
        PmtilesHeader header = new PmtilesHeader(
                new Section(PmtilesHeader.BYTES, directories.root().length),
                new Section(leavesAt + directories.leaves().length, metadata.length),
                new Section(leavesAt, directories.leaves().length),
                new Section(PmtilesHeader.ROOT_END, dataBytes),
                new TileCounts(addressed, all.size(), distinct),
                true,
                Compression.GZIP,
                profile.tileCompression(),
                profile.tileType(),
                TileCoordinate.zoomOf(all.id(0)),
                TileCoordinate.zoomOf(lastId),
                profile.southWest(),
                profile.northEast(),
                profile.centerZoom(),
                profile.center());
        ByteBuffer front = ByteBuffer.allocate(PmtilesHeader.ROOT_END);
        front.put(header.toBytes()).put(directories.root()).rewind();
        writeAt(front, 0);
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        open = false;
        return header;
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}
