package org.geoanomaly.gam.app.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An input of 43,200 × 21,600 cells, 3.7 GB in memory, of which most blocks are absent from the file, in a heap of an eleventh of that. The
 * whole globe of full inputs is {@code gam-benchmarks/scale/run.sh}.
 */
class LargeInputTest {
    private static final int COLUMNS = 43_200;
    private static final int ROWS = 21_600;
    private static final int BLOCK = 512;
    private static final int ACROSS = (COLUMNS + BLOCK - 1) / BLOCK;
    private static final int DOWN = (ROWS + BLOCK - 1) / BLOCK;
    private static final double STEP = 1.0 / 120;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write_the_input() throws IOException {
        writeSparse(folder.resolve("large.tif"));
        Files.writeString(folder.resolve("large.yaml"), """
                data:
                  modalities: [magnetic]
                  sources:
                    magnetic: {path: large.tif, unit: nT}
                fusion_mvp:
                  pmtiles: {max_zoom: 0}
                """);
    }

    /** Linear in latitude and in longitude from 0 to 360, also across the antimeridian: every symmetric kernel keeps it. */
    private static double value(double latitude, double longitude) {
        return 2 * latitude + 0.5 * (longitude < 0 ? longitude + 360 : longitude);
    }

    private static GamProcess.Outcome run(String name, String heap) throws Exception {
        List<String> jvm = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx" + heap);
        return new GamProcess(folder, jvm, Map.of("GAM_DATA_DIR", ""))
                .run(
                        name,
                        "global",
                        "large.yaml",
                        "--output",
                        name,
                        "--no-progress",
                        "--tiles",
                        "t_N10_W180,t_N10_E170");
    }

    @Test
    void a_30_arc_second_input_becomes_tiles_in_a_heap_of_320_megabytes() throws Exception {
        GamProcess.Outcome outcome = run("fits", "320m");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        for (int west : new int[] {-180, 170}) {
            Path cog = folder.resolve("fits/cog/mag/z0p1d/tiles/t_N10_" + (west < 0 ? "W180" : "E170") + ".tif");
            try (GeoTiff tiff = GeoTiff.open(cog)) {
                FloatGrid grid = tiff.read(Unit.NANOTESLA);
                int valid = 0;
                for (int r = 0; r < 100; r++) {
                    for (int c = 0; c < 100; c++) {
                        float v = grid.get(c, r);
                        valid += Float.isNaN(v) ? 0 : 1;
                        // a kernel that is cut at the antimeridian would be off by 0.016
                        boolean inside = west < 0 ? c < 75 : c >= 25;
                        if (inside) {
                            assertThat((double) v)
                                    .as("%d %d %d", west, c, r)
                                    .isCloseTo(value(19.95 - 0.1 * r, west + 0.05 + 0.1 * c), within(1e-4));
                        }
                    }
                }
                assertThat(valid).isBetween(7_500, 10_000);
            }
        }
    }

    @Test
    void too_small_a_heap_is_said_in_one_sentence_with_what_to_do() throws Exception {
        GamProcess.Outcome outcome = run("tight", "200m");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("large.tif")
                .contains("512 x 512")
                .contains("GAM_HEAP=1g")
                .doesNotContain("OutOfMemoryError");
    }

    /** Blocks of data between 8° and 22° north within 10° of the antimeridian; all others have offset and length 0. */
    private static void writeSparse(Path path) throws IOException {
        int blocks = ACROSS * DOWN;
        int tables = 4096;
        int data = tables + 8 * blocks + 4096;
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer offsets = buffer(4 * blocks);
            ByteBuffer counts = buffer(4 * blocks);
            long at = data;
            for (int row = (int) (68 / STEP) / BLOCK; row <= (int) (82 / STEP) / BLOCK; row++) {
                for (int column : new int[] {0, 1, 2, ACROSS - 3, ACROSS - 2, ACROSS - 1}) {
                    offsets.putInt(4 * (row * ACROSS + column), (int) at);
                    counts.putInt(4 * (row * ACROSS + column), 4 * BLOCK * BLOCK);
                    out.write(block(row * BLOCK, column * BLOCK), at);
                    at += 4L * BLOCK * BLOCK;
                }
            }
            out.write(header(blocks, tables), 0);
            out.write(offsets, tables);
            out.write(counts, tables + 4L * blocks);
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer block(int row, int column) {
        ByteBuffer block = buffer(4 * BLOCK * BLOCK);
        for (int r = 0; r < BLOCK; r++) {
            for (int c = 0; c < BLOCK; c++) {
                block.putFloat((float) value(90 - (row + r + 0.5) * STEP, -180 + (column + c + 0.5) * STEP));
            }
        }
        return block.flip();
    }

    private static ByteBuffer header(int blocks, int tables) {
        ByteBuffer out = buffer(tables);
        out.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        int values = 1024;
        int[][] entries = {
            {256, 4, 1, COLUMNS},
            {257, 4, 1, ROWS},
            {258, 3, 1, 32},
            {259, 3, 1, 1},
            {277, 3, 1, 1},
            {322, 3, 1, BLOCK},
            {323, 3, 1, BLOCK},
            {324, 4, blocks, tables},
            {325, 4, blocks, tables + 4 * blocks},
            {339, 3, 1, 3},
            {33550, 12, 3, values},
            {33922, 12, 6, values + 24},
            {34735, 3, 12, values + 72},
            {42113, 2, 4, 0x006e616e}
        };
        out.putShort((short) entries.length);
        for (int[] e : entries) {
            out.putShort((short) e[0]).putShort((short) e[1]).putInt(e[2]).putInt(e[3]);
        }
        out.position(values);
        for (double v : new double[] {STEP, STEP, 0, 0, 0, 0, -180, 90, 0}) {
            out.putDouble(v);
        }
        for (int key : new int[] {1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326}) {
            out.putShort((short) key);
        }
        return out.rewind();
    }
}
