package org.geoanomaly.gam.formats.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.geoanomaly.gam.formats.tiff.Bits;
import org.geoanomaly.gam.formats.tiff.Damage;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CogEncoderTest {
    private static final int KIB = 1024;

    @TempDir
    Path directory;

    @Test
    void encoder_and_writer_give_the_same_bytes_for_any_number_of_threads() throws IOException {
        for (CogCases.Case c : CogCases.all().values()) {
            if (c.grid().geometry().size() > 1 << 20) {
                continue;
            }
            byte[] encoded = CogEncoder.encode(c.grid(), c.options(), CogCases.METADATA);
            for (int threads : new int[] {1, 3}) {
                Path file = directory.resolve("file.tif");
                CogWriter.write(file, c.grid(), c.options(), CogCases.METADATA, threads);
                assertThat(Files.readAllBytes(file)).isEqualTo(encoded);
            }
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void bytes_do_not_depend_on_what_was_encoded_before() {
        CogCases.Case c = CogCases.get("37x61_b512_p2.tif");
        byte[] first = CogEncoder.encode(c.grid(), c.options(), CogCases.METADATA);
        CogCases.all().values().stream()
                .limit(20)
                .forEach(o -> CogEncoder.encode(o.grid(), o.options(), CogMetadata.NONE));
        assertThat(CogEncoder.encode(c.grid(), c.options(), CogCases.METADATA)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "100,0", "5000,1", "5000,70000", "5000,1000000", "0,65521", "204800,843776"})
    void padded_streams_are_ordinary_zlib_streams(int length, int zeros) throws IOException {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        for (int level = 0; level <= 9; level++) {
            try (PaddedDeflater deflater = new PaddedDeflater(level)) {
                byte[] out = new byte[PaddedDeflater.bound(length + zeros)];
                int stored = deflater.deflate(data, length, zeros, out, 0);
                byte[] back = new InflaterInputStream(new ByteArrayInputStream(out, 0, stored)).readAllBytes();
                assertThat(Arrays.equals(back, Arrays.copyOf(data, length + zeros)))
                        .isTrue();
                assertThat(((out[0] & 0xFF) << 8 | (out[1] & 0xFF)) % 31).isZero();
            }
        }
    }

    /** The definition, cell by cell, with overlaps as floating-point intervals. */
    @ParameterizedTest
    @CsvSource({"100,100", "37,61", "1,90", "333,17"})
    void overviews_are_area_weighted_means_of_the_full_resolution(int width, int height) {
        FloatGrid base = CogCases.smooth(width, height, false);
        for (Level level : Level.pyramid(width, height, CogOptions.DEFAULT)) {
            LevelCells cells = LevelCells.of(base, level, OverviewResampling.AVERAGE);
            float[] row = new float[level.width()];
            for (int y = 0; y < level.height(); y++) {
                cells.row(0, y, row.length, row);
                for (int x = 0; x < row.length; x++) {
                    double expected = mean(base, x, y, level);
                    assertThat((double) row[x]).isEqualTo(expected, offset(1e-5));
                }
            }
        }
    }

    private static double mean(FloatGrid base, int x, int y, Level level) {
        double sx = (double) base.geometry().columns() / level.width();
        double sy = (double) base.geometry().rows() / level.height();
        double sum = 0;
        double weight = 0;
        for (int r = 0; r < base.geometry().rows(); r++) {
            double wy = Math.min(r + 1, (y + 1) * sy) - Math.max(r, y * sy);
            for (int c = 0; c < base.geometry().columns() && wy > 1e-9; c++) {
                double w = wy * (Math.min(c + 1, (x + 1) * sx) - Math.max(c, x * sx));
                if (w > 1e-9 && !Float.isNaN(base.get(c, r))) {
                    sum += w * base.get(c, r);
                    weight += w;
                }
            }
        }
        return weight > 0 ? sum / weight : Double.NaN;
    }

    @Test
    void a_constant_field_stays_constant_and_holes_stay_holes() throws IOException {
        float[] v = new float[101 * 57];
        Arrays.fill(v, 0.1f);
        Arrays.fill(v, 0, 101 * 30, Float.NaN);
        FloatGrid grid = new FloatGrid(CogCases.geometry(101, 57, false), Unit.MILLIGAL, v);
        Path file = directory.resolve("file.tif");
        CogWriter.write(file, grid, CogOptions.DEFAULT, CogMetadata.NONE);
        try (GeoTiff tiff = GeoTiff.open(file)) {
            for (int i = 0; i < 4; i++) {
                FloatGrid overview = tiff.readOverview(i, Unit.MILLIGAL);
                assertThat(overview.get(0, 0)).isNaN();
                assertThat(overview.get(3, overview.geometry().rows() - 1)).isEqualTo(0.1f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4326", "EPSG:4258", "+proj=lcc +lat_1=33 +lat_2=45 +lon_0=-96", "unknown"})
    void reference_systems_come_back(String id) throws IOException {
        Crs crs = new Crs(id, id.startsWith("EPSG:4"));
        GridGeometry geometry = new GridGeometry(crs, 0, 10, 1, 1, 10, 10, Registration.CELL);
        Path file = directory.resolve("file.tif");
        CogWriter.write(file, FloatGrid.empty(geometry, Unit.METRE), CogOptions.DEFAULT, CogMetadata.NONE);
        try (GeoTiff tiff = GeoTiff.open(file)) {
            assertThat(tiff.read(Unit.METRE).geometry()).isEqualTo(geometry);
        }
    }

    @Test
    void a_failed_write_leaves_the_old_file_and_nothing_else() throws IOException {
        Path target = Files.createDirectory(directory.resolve("taken"));
        Files.writeString(target.resolve("inside"), "x");
        CogCases.Case c = CogCases.get("37x61_b128_p1.tif");
        assertThatThrownBy(() -> CogWriter.write(target, c.grid(), c.options(), CogMetadata.NONE))
                .isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void refuses_metadata_that_xml_cannot_carry() {
        assertThatThrownBy(() -> CogMetadata.NONE.with("a", "b\u0000")).isInstanceOf(IllegalArgumentException.class);
        CogMetadata once = CogMetadata.NONE.with("a", "b");
        assertThatThrownBy(() -> once.with("a", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_impossible_options() {
        assertThatThrownBy(() -> CogOptions.DEFAULT.withBlockSize(100)).hasMessageContaining("100");
        assertThatThrownBy(() -> CogOptions.DEFAULT.withPredictor(4)).hasMessageContaining("4");
        assertThatThrownBy(() -> CogOptions.DEFAULT.withDeflateLevel(10)).hasMessageContaining("10");
        assertThatThrownBy(() -> CogOptions.DEFAULT.withOverviews(List.of(4, 2), OverviewResampling.AVERAGE))
                .hasMessageContaining("[4, 2]");
    }

    @Test
    void a_truncated_file_is_always_refused() throws IOException {
        CogCases.Case c = CogCases.get("100x100_b512_p2.tif");
        byte[] whole = CogEncoder.encode(c.grid(), c.options(), CogCases.METADATA);
        Path file = directory.resolve("file.tif");
        for (int length = 0; length < whole.length; length += length < 2 * KIB ? 7 : KIB) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Damage.readAll(file))
                    .as("%d bytes", length)
                    .isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void damaged_headers_fail_cleanly() throws IOException {
        for (String name : List.of("37x61_b128_p3.tif", "100x100_b512_p2.tif")) {
            CogCases.Case c = CogCases.get(name);
            byte[] whole = CogEncoder.encode(c.grid(), c.options(), CogCases.METADATA);
            Damage.requireCleanFailures(directory.resolve("file.tif"), whole, 200, 11);
        }
    }

    @Test
    void a_damaged_block_is_noticed() throws IOException {
        CogCases.Case c = CogCases.get("100x100_b512_p2.tif");
        byte[] whole = CogEncoder.encode(c.grid(), c.options(), CogCases.METADATA);
        Path file = directory.resolve("file.tif");
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] damaged = whole.clone();
            damaged[whole.length - 10_000 - random.nextInt(20_000)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThatThrownBy(() -> Damage.readAll(file)).isInstanceOf(DataFormatException.class);
        }
    }

    /** Nine thousand cells square, mostly empty: blocks stream, nothing grows with the file. */
    @Test
    void a_large_sparse_grid_comes_back() throws IOException {
        int n = 9000;
        FloatGrid grid = FloatGrid.empty(CogCases.geometry(n, n, true), Unit.NANOTESLA);
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            grid.values()[random.nextInt(n) * n + random.nextInt(600)] = (float) random.nextGaussian();
        }
        Path file = directory.resolve("file.tif");
        CogWriter.write(file, grid, CogOptions.DEFAULT.withDeflateLevel(1), CogMetadata.NONE, 2);
        try (GeoTiff tiff = GeoTiff.open(file)) {
            assertThat(Bits.difference(tiff.read(Unit.NANOTESLA).values(), grid.values()))
                    .isEmpty();
            assertThat(tiff.header().isCloudOptimized()).isTrue();
        }
    }
}
