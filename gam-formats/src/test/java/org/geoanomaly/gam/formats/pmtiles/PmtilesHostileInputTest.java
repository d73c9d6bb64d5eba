package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmtilesHostileInputTest {
    private static final int ROOT = PmtilesHeader.BYTES;

    @TempDir
    Path dir;

    private byte[] good = new byte[0];

    @BeforeEach
    void write_archive() throws IOException {
        SampleArchive.write(dir.resolve("good.pmtiles"), 600);
        good = Files.readAllBytes(dir.resolve("good.pmtiles"));
    }

    @Test
    void a_truncation_anywhere_is_told_as_such() throws IOException {
        for (int size = 0; size < good.length; size += size < 1024 ? 31 : 1024) {
            Path path = file(Arrays.copyOf(good, size));
            assertThatThrownBy(() -> PmtilesReader.open(path))
                    .as("first %s bytes", size)
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining(size < 7 ? "not a PMTiles archive" : "is truncated");
        }
    }

    @Test
    void damaged_bytes_never_surface_as_anything_but_a_format_error() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            byte[] bad = good.clone();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                bad[random.nextInt(ROOT + 300)] = (byte) random.nextInt(256);
            }
            Path path = file(bad);
            List<PmtilesCheck> checks = PmtilesVerifier.verify(path);
            assertThat(checks).isNotEmpty();
        }
    }

    /** Without compression nothing but our own checks stands between the bytes and the reader. */
    @Test
    void damaged_plain_directories_never_surface_as_anything_but_a_format_error() throws IOException {
        Directory.Builder entries = new Directory.Builder();
        for (int i = 0; i < 40; i++) {
            entries.add(i * 3L, i * 10L, 10, i % 9 == 8 ? 0 : 1 + i % 3);
        }
        byte[] root = entries.build().encode(0, entries.size());
        Random random = new Random(6);
        int refused = 0;
        for (int round = 0; round < 1500; round++) {
            byte[] bad = root.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            byte[] archive = archive(bad, Arrays.copyOf(bad, 300));
            archive[0x61] = 1;
            Path path = file(archive);
            refused += PmtilesVerifier.verify(path).stream().allMatch(PmtilesCheck::passed) ? 0 : 1;
            readAny(path, random.nextInt(120));
        }
        assertThat(refused).isEqualTo(1500);
    }

    private static void readAny(Path path, long id) throws IOException {
        try (PmtilesReader reader = PmtilesReader.open(path)) {
            assertThat(reader.tile(TileCoordinate.ofId(id))).isEmpty();
        } catch (DataFormatException e) {
            assertThat(e).hasMessageStartingWith(path + " ");
        }
    }

    @Test
    void a_directory_that_unpacks_without_end_is_refused() throws IOException {
        byte[] bomb = GzipBlock.compress(new byte[17 << 20]);
        // the root may not be longer than 16 KiB, so the bomb is a leaf
        assertFails(archive(leafPointer(bomb.length), bomb), "unpacks to more than");
    }

    @Test
    void a_directory_that_claims_more_entries_than_bytes_is_refused() throws IOException {
        byte[] root = GzipBlock.compress(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 1, 1});
        assertFails(archive(root, new byte[0]), "claims 34359738367 entries");
    }

    @Test
    void a_directory_that_contains_itself_is_refused() throws IOException {
        byte[] leaf = new byte[0];
        for (int i = 0; i < 4; i++) { // the length of the pointer depends on itself
            leaf = leafPointer(leaf.length);
        }
        assertFails(archive(leaf, leaf), "deeper than");
    }

    @Test
    void numbers_of_more_than_63_bits_are_refused() throws IOException {
        byte[] endless = new byte[40];
        Arrays.fill(endless, (byte) 0x80);
        assertFails(archive(GzipBlock.compress(endless), new byte[0]), "63 bits");
    }

    @Test
    void overlapping_runs_are_refused() throws IOException {
        Directory.Builder entries = new Directory.Builder();
        entries.add(0, 0, 1, 5);
        entries.add(3, 0, 1, 1);
        assertFails(archive(root(entries), new byte[0]), "overlaps another");
    }

    @Test
    void a_tile_outside_the_data_is_refused_when_it_is_read() throws IOException {
        Directory.Builder entries = new Directory.Builder();
        entries.add(0, 1L << 40, 1 << 30, 1);
        Path path = file(archive(root(entries), new byte[0]));
        try (PmtilesReader reader = PmtilesReader.open(path)) {
            assertThatThrownBy(() -> reader.tile(new TileCoordinate(0, 0, 0)))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining("outside the tile data");
        }
    }

    @Test
    void a_web_page_is_not_an_archive() throws IOException {
        Path page = file("<!DOCTYPE html><html>404".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PmtilesReader.open(page))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(page + " is not a PMTiles archive");
    }

    private void assertFails(byte[] archive, String message) throws IOException {
        List<PmtilesCheck> checks = PmtilesVerifier.verify(file(archive));
        assertThat(checks.get(checks.size() - 1).problem())
                .hasValueSatisfying(p -> assertThat(p).contains(message));
    }

    private static byte[] root(Directory.Builder entries) {
        return GzipBlock.compress(entries.build().encode(0, entries.size()));
    }

    private static byte[] leafPointer(int length) {
        Directory.Builder pointer = new Directory.Builder();
        pointer.add(0, 0, Math.max(1, length), 0);
        return root(pointer);
    }

    /** An archive of these directories, no tile data, and empty metadata. */
    private static byte[] archive(byte[] root, byte[] leaves) {
        byte[] metadata = GzipBlock.compress("{}".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.wrap(new PmtilesHeader(
                                new Section(ROOT, root.length),
                                new Section(ROOT + root.length, metadata.length),
                                new Section(ROOT + root.length + metadata.length, leaves.length),
                                new Section(ROOT, 0),
                                new TileCounts(0, 0, 0),
                                true,
                                Compression.GZIP,
                                Compression.NONE,
                                TileType.PNG,
                                0,
                                0,
                                new Position(0, 0),
                                new Position(1, 1),
                                0,
                                new Position(0, 0))
                        .toBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(header.array());
        out.writeBytes(root);
        out.writeBytes(metadata);
        out.writeBytes(leaves);
        return out.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("bad.pmtiles"), bytes);
    }
}
