package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmtilesWriterTest {
    @TempDir
    Path dir;

    @Test
    void equal_neighbours_become_a_run_and_equal_strangers_share_one_content() throws IOException {
        Path path = dir.resolve("a.pmtiles");
        String[] contents = {"sea", "sea", "sea", "land", "sea", "land"};
        try (PmtilesWriter writer = PmtilesWriter.create(path, SampleArchive.PROFILE)) {
            for (int id = 0; id < contents.length; id++) {
                writer.write(TileCoordinate.ofId(id), contents[id].getBytes(StandardCharsets.UTF_8));
            }
            assertThat(writer.finish("{}").counts()).isEqualTo(new TileCounts(6, 4, 2));
        }
        List<TileEntry> entries = new ArrayList<>();
        try (PmtilesReader reader = PmtilesReader.open(path)) {
            reader.forEachEntry(entries::add);
        }
        assertThat(entries)
                .containsExactly(
                        new TileEntry(0, 0, 3, 3),
                        new TileEntry(3, 3, 4, 1),
                        new TileEntry(4, 0, 3, 1),
                        new TileEntry(5, 3, 4, 1));
    }

    @Test
    void a_run_does_not_bridge_a_gap() throws IOException {
        Path path = dir.resolve("a.pmtiles");
        try (PmtilesWriter writer = PmtilesWriter.create(path, SampleArchive.PROFILE)) {
            writer.write(TileCoordinate.ofId(1), new byte[] {1});
            writer.write(TileCoordinate.ofId(3), new byte[] {1});
            assertThat(writer.finish("{}").counts()).isEqualTo(new TileCounts(2, 2, 1));
        }
        try (PmtilesReader reader = PmtilesReader.open(path)) {
            assertThat(reader.tile(TileCoordinate.ofId(2))).isEmpty();
            assertThat(reader.tile(TileCoordinate.ofId(0))).isEmpty();
            assertThat(reader.tile(TileCoordinate.ofId(3))).contains(new byte[] {1});
            assertThat(reader.tile(TileCoordinate.ofId(4))).isEmpty();
        }
    }

    @Test
    void equal_tiles_give_equal_bytes() throws IOException {
        SampleArchive.write(dir.resolve("a.pmtiles"), 2000);
        SampleArchive.write(dir.resolve("b.pmtiles"), 2000);
        assertThat(Files.mismatch(dir.resolve("a.pmtiles"), dir.resolve("b.pmtiles")))
                .isEqualTo(-1);
    }

    @Test
    void nothing_is_left_of_an_unfinished_archive() throws IOException {
        Path path = dir.resolve("a.pmtiles");
        try (PmtilesWriter writer = PmtilesWriter.create(path, SampleArchive.PROFILE)) {
            writer.write(TileCoordinate.ofId(0), new byte[] {1});
            assertThat(path).doesNotExist();
        }
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void tiles_out_of_order_and_archives_without_tiles_are_refused() throws IOException {
        try (PmtilesWriter writer = PmtilesWriter.create(dir.resolve("a.pmtiles"), SampleArchive.PROFILE)) {
            assertThatThrownBy(() -> writer.finish("{}")).isInstanceOf(IllegalStateException.class);
            writer.write(TileCoordinate.ofId(5), new byte[] {1});
            assertThatThrownBy(() -> writer.write(TileCoordinate.ofId(5), new byte[] {1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2/0/0");
            assertThatThrownBy(() -> writer.write(TileCoordinate.ofId(6), new byte[0]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
