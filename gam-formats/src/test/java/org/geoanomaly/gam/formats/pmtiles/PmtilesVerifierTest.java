package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broken archive for each rule. */
class PmtilesVerifierTest {
    @TempDir
    Path dir;

    @Test
    void a_sound_archive_passes_every_rule() throws IOException {
        assertThat(verify(b -> {})).allMatch(PmtilesCheck::passed);
    }

    @Test
    void wrong_counts_are_told() throws IOException {
        assertFails(b -> b.putLong(0x48, 600), "counts tiles rightly");
        assertFails(b -> b.putLong(0x50, 1), "counts entries rightly");
        assertFails(b -> b.putLong(0x58, 1), "counts contents rightly");
    }

    @Test
    void unknown_counts_are_allowed() throws IOException {
        assertThat(verify(b -> b.putLong(0x48, 0).putLong(0x50, 0).putLong(0x58, 0)))
                .allMatch(PmtilesCheck::passed);
    }

    @Test
    void wrong_zooms_are_told() throws IOException {
        assertFails(b -> b.put(0x65, (byte) 6), "zooms of the header");
    }

    @Test
    void bounds_off_the_globe_are_told() throws IOException {
        assertFails(b -> b.putInt(0x66, -1_900_000_000), "bounds are on the globe");
    }

    @Test
    void shared_bytes_are_told() throws IOException {
        assertFails(b -> b.putLong(0x38, 200), "sections do not overlap");
    }

    @Test
    void missing_metadata_is_told() throws IOException {
        assertFails(b -> b.putLong(0x20, 0), "metadata is a JSON object");
    }

    @Test
    void metadata_that_is_no_object_is_told() throws IOException {
        for (String text : new String[] {"[]", "{", "{\"a\": 1}}", "x", "", "{]"}) {
            Path path = dir.resolve("a.pmtiles");
            try (PmtilesWriter writer = PmtilesWriter.create(path, SampleArchive.PROFILE)) {
                writer.write(TileCoordinate.ofId(0), SampleArchive.content(0).orElseThrow());
                writer.finish(text);
            }
            assertThat(PmtilesVerifier.verify(path))
                    .as(text)
                    .filteredOn(c -> !c.passed())
                    .extracting(PmtilesCheck::rule)
                    .containsExactly("metadata is a JSON object");
        }
    }

    @Test
    void contents_that_are_not_the_tile_type_are_told() throws IOException {
        assertFails(b -> b.put(16_384, (byte) 'x'), "contents are what the tile type says");
    }

    @Test
    void a_zoom_without_tiles_is_told() throws IOException {
        Path path = dir.resolve("a.pmtiles");
        try (PmtilesWriter writer = PmtilesWriter.create(path, SampleArchive.PROFILE)) {
            writer.write(new TileCoordinate(0, 0, 0), SampleArchive.content(0).orElseThrow());
            writer.write(new TileCoordinate(2, 1, 1), SampleArchive.content(1).orElseThrow());
            writer.finish("{}");
        }
        assertThat(PmtilesVerifier.verify(path))
                .filteredOn(c -> !c.passed())
                .extracting(c -> c.problem().orElseThrow())
                .containsExactly("zoom 1 has none");
    }

    @Test
    void contents_out_of_order_are_told() {
        EntrySurvey survey = new EntrySurvey();
        survey.add(new TileEntry(0, 0, 10, 1));
        survey.add(new TileEntry(1, 20, 10, 1));
        survey.add(new TileEntry(2, 10, 10, 1));
        assertThat(survey.clustered()).isFalse();
        assertThat(survey.firstUnclustered()).isEqualTo(1);
    }

    private List<PmtilesCheck> verify(Consumer<ByteBuffer> damage) throws IOException {
        Path path = dir.resolve("a.pmtiles");
        SampleArchive.write(path, 600);
        byte[] bytes = Files.readAllBytes(path);
        damage.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        Files.write(path, bytes);
        return PmtilesVerifier.verify(path);
    }

    private void assertFails(Consumer<ByteBuffer> damage, String rule) throws IOException {
        assertThat(verify(damage))
                .filteredOn(c -> !c.passed())
                .extracting(PmtilesCheck::rule)
                .anyMatch(r -> r.contains(rule));
    }
}
