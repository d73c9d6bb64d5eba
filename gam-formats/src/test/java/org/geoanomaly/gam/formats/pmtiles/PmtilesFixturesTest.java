package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives that other writers made. */
class PmtilesFixturesTest {
    @ParameterizedTest
    @CsvSource({"test_fixture_1.pmtiles,1,0,0", "test_fixture_2.pmtiles,1,0,0", "stamen_toner_z3.pmtiles,85,0,3"})
    void archives_of_other_writers_read_completely(String name, int tiles, int minZoom, int maxZoom)
            throws IOException {
        Path path = fixture(name);
        long[] count = new long[2];
        try (PmtilesReader reader = PmtilesReader.open(path)) {
            assertThat(reader.header().minZoom()).isEqualTo(minZoom);
            assertThat(reader.header().maxZoom()).isEqualTo(maxZoom);
            assertThat(reader.metadata()).startsWith("{");
            reader.forEachEntry(e -> {
                count[0] += e.runLength();
                count[1] += reader.content(e).length;
                assertThat(reader.tile(TileCoordinate.ofId(e.tileId()))).contains(reader.content(e));
            });
            assertThat(count[1]).isPositive();
        }
        assertThat(count[0]).isEqualTo(tiles);
        assertThat(PmtilesVerifier.verify(path)).allMatch(PmtilesCheck::passed);
    }

    private static Path fixture(String name) {
        String data = System.getenv("GAM_DATA_DIR");
        Path path = Path.of(data == null ? "." : data, "validator", "pmtiles", name);
        if (!Files.exists(path)) {
            String message = path + " is missing: set GAM_DATA_DIR to the folder of real data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return path;
    }
}
