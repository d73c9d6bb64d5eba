package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts against the archive that is written at once, whose tiles other readers check in {@link PmtilesOracleTest}. */
class PmtilesMergeTest {
    private static final long TILES = SampleArchive.FULL;

    @TempDir
    static Path dir;

    private static Path whole = Path.of("unset");

    @BeforeAll
    static void write_the_whole() throws IOException {
        whole = dir.resolve("whole.pmtiles");
        SampleArchive.write(whole, TILES);
    }

    /** Ids from..to-1. */
    private static Path part(long from, long to) throws IOException {
        Path path = dir.resolve("part-" + from + "-" + to + ".pmtiles");
        try (PmtilesWriter writer = PmtilesWriter.create(path, SampleArchive.PROFILE)) {
            for (long id = from; id < to; id++) {
                Optional<byte[]> content = SampleArchive.content(id);
                if (content.isPresent()) {
                    writer.write(TileCoordinate.ofId(id), content.get());
                }
            }
            writer.finish("{\"part\":" + from + "}");
        }
        return path;
    }

    private static Path merge(String name, List<Path> parts) throws IOException {
        Path target = dir.resolve(name);
        PmtilesMerge.merge(parts, target, SampleArchive.PROFILE, SampleArchive.METADATA);
        return target;
    }

    @Test
    void parts_cut_anywhere_and_named_in_any_order_make_the_archive_that_is_written_at_once() throws IOException {
        Random random = new Random(5);
        // the cuts at 9,300 and 9,301 go through a run of equal tiles
        List<Long> cuts = new ArrayList<>(List.of(0L, 9_300L, 9_301L, TILES));
        for (int i = 0; i < 9; i++) {
            cuts.add(1 + (long) (random.nextDouble() * (TILES - 1)));
        }
        Collections.sort(cuts);
        List<Path> parts = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            if (cuts.get(i) > cuts.get(i - 1)) {
                parts.add(part(cuts.get(i - 1), cuts.get(i)));
            }
        }
        Collections.shuffle(parts, random);
        assertThat(Files.mismatch(merge("flat.pmtiles", parts), whole)).isEqualTo(-1);
    }

    @Test
    void a_tree_of_merges_ends_with_the_same_bytes() throws IOException {
        Path a = part(0, 5_000);
        Path b = part(5_000, 9_500);
        Path c = part(9_500, 16_000);
        Path d = part(16_000, TILES);
        Path left = merge("left.pmtiles", List.of(a, b));
        Path right = merge("right.pmtiles", List.of(d, c));
        assertThat(Files.mismatch(merge("tree.pmtiles", List.of(right, left)), whole))
                .isEqualTo(-1);
    }

    @Test
    void overlapping_ranges_and_other_kinds_of_tiles_are_refused_and_leave_nothing() throws IOException {
        Path a = part(0, 100);
        Path b = part(99, 200);
        Path target = dir.resolve("refused.pmtiles");
        assertThatThrownBy(() -> merge("refused.pmtiles", List.of(b, a)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("begins with tile 99");
        Path other = dir.resolve("other.pmtiles");
        ArchiveProfile vector = new ArchiveProfile(
                TileType.MVT,
                Compression.GZIP,
                SampleArchive.PROFILE.southWest(),
                SampleArchive.PROFILE.northEast(),
                0);
        try (PmtilesWriter writer = PmtilesWriter.create(other, vector)) {
            writer.write(TileCoordinate.ofId(300), new byte[] {1});
            writer.finish("{}");
        }
        assertThatThrownBy(() -> merge("refused.pmtiles", List.of(a, other)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("MVT");
        assertThat(target).doesNotExist();
    }
}
