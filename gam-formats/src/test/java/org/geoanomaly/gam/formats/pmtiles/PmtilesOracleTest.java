package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tileverse.pmtiles.PMTilesReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every tile of an archive with leaf directories, runs and shared contents, read by three readers. */
class PmtilesOracleTest {
    private static final Path NODE_DIRECTORY = Path.of("src/test/node");

    @TempDir
    static Path dir;

    private static Path archive = Path.of("unset");
    private static PmtilesHeader header = PmtilesHeader.fromBytes(emptyHeader());

    private static byte[] emptyHeader() {
        ByteBuffer bytes = ByteBuffer.allocate(PmtilesHeader.BYTES);
        return bytes.put("PMTiles\3".getBytes(StandardCharsets.US_ASCII)).array();
    }

    @BeforeAll
    static void write_archive() throws IOException {
        archive = dir.resolve("sample.pmtiles");
        header = SampleArchive.write(archive, SampleArchive.FULL);
    }

    @Test
    void the_archive_is_one_that_tests_something() {
        assertThat(header.counts().addressed()).isGreaterThan(21_845);
        assertThat(header.counts().entries()).isLessThan(header.counts().addressed() - 500);
        assertThat(header.counts().contents()).isLessThan(header.counts().entries() - 20);
        assertThat(header.leafDirectories().length()).isPositive();
        assertThat(header.rootDirectory().end()).isLessThanOrEqualTo(16_384);
    }

    @Test
    void our_reader_returns_every_tile_and_the_verifier_is_content() throws IOException {
        try (PmtilesReader reader = PmtilesReader.open(archive)) {
            assertThat(reader.header()).isEqualTo(header);
            assertThat(reader.metadata()).isEqualTo(SampleArchive.METADATA);
            for (long id = 0; id < SampleArchive.FULL + 10; id++) {
                boolean inside = id < SampleArchive.FULL;
                Optional<byte[]> tile = reader.tile(TileCoordinate.ofId(id));
                assertThat(inside ? SampleArchive.matches(id, tile) : tile.isEmpty())
                        .as("tile %s", id)
                        .isTrue();
            }
        }
        List<PmtilesCheck> checks = PmtilesVerifier.verify(archive);
        assertThat(checks).hasSizeGreaterThan(10).allMatch(PmtilesCheck::passed);
    }

    @Test
    void tileverse_reads_every_tile() throws IOException {
        try (PMTilesReader reader = new PMTilesReader(archive)) {
            assertThat(reader.getMetadataAsString()).isEqualTo(SampleArchive.METADATA);
            for (long id = 0; id < SampleArchive.FULL; id++) {
                Optional<byte[]> tile = reader.getTile(id).map(PmtilesOracleTest::bytes);
                assertThat(SampleArchive.matches(id, tile)).as("tile %s", id).isTrue();
            }
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void the_reference_implementation_reads_every_tile() throws Exception {
        requireNode();
        Path input = dir.resolve("tiles.txt");
        StringBuilder asked = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (long id = 0; id < SampleArchive.FULL; id++) {
            TileCoordinate t = TileCoordinate.ofId(id);
            String name = t.z() + " " + t.x() + " " + t.y();
            asked.append(name).append('\n');
            expected.append(name).append(' ').append(summary(id)).append('\n');
        }
        Files.writeString(input, asked);
        Path output = dir.resolve("answer.txt");
        Process node = new ProcessBuilder("node", "read-archive.mjs", archive.toString())
                .directory(NODE_DIRECTORY.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(node.waitFor()).isZero();
        String[] answer = Files.readString(output).split("\n", 3);
        assertReferenceHeader(JsonMapper.shared().readTree(answer[0]));
        assertThat(JsonMapper.shared().readTree(answer[1]))
                .isEqualTo(JsonMapper.shared().readTree(SampleArchive.METADATA));
        assertThat(answer[2].equals(expected.toString()))
                .as("every tile has the bytes that were written")
                .isTrue();
    }

    private static void assertReferenceHeader(JsonNode h) {
        assertThat(h.get("clustered").booleanValue()).isTrue();
        assertThat(h.get("numAddressedTiles").longValue())
                .isEqualTo(header.counts().addressed());
        assertThat(h.get("numTileContents").longValue())
                .isEqualTo(header.counts().contents());
        assertThat(h.get("tileType").intValue()).isEqualTo(2);
        assertThat(h.get("minZoom").intValue()).isZero();
        assertThat(h.get("maxZoom").intValue()).isEqualTo(8);
        assertThat(h.get("minLon").doubleValue()).isEqualTo(-180);
        assertThat(h.get("maxLat").doubleValue()).isEqualTo(85);
    }

    private static String summary(long id) throws NoSuchAlgorithmException {
        Optional<byte[]> content = SampleArchive.content(id);
        if (content.isEmpty()) {
            return "-";
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.get());
        return content.get().length + " " + HexFormat.of().formatHex(hash);
    }

    private static void requireNode() {
        if (Files.isDirectory(NODE_DIRECTORY.resolve("node_modules/pmtiles"))) {
            return;
        }
        String message = "the reference reader is missing: run 'npm ci' in gam-formats/" + NODE_DIRECTORY;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort(message);
    }
}
