package org.geoanomaly.gam.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that GDAL wrote, in every sample type, compression, predictor, layout and byte order, read as GDAL reads them. */
class GeoTiffAgainstGdalTest {
    private static final int KINDS = 776;

    @TempDir
    static Path directory;

    private static List<String[]> index = List.of();

    @BeforeAll
    static void write_files_with_gdal() throws IOException {
        index = GdalReference.run("matrix", directory, List.of());
    }

    private static Path special(String name) {
        return directory.resolve("special_" + name + ".tif");
    }

    @Test
    void every_kind_of_file_was_written() throws IOException {
        assertThat(Files.readString(directory.resolve("skipped.txt"))).isEmpty();
        assertThat(index).hasSizeGreaterThan(KINDS);
    }

    @Test
    void bands_of_any_height_make_the_same_grid() throws IOException {
        List<String> wrong = new ArrayList<>();
        int inParts = 0;
        for (String[] row : index) {
            try (GeoTiff tiff = GeoTiff.open(Path.of(row[1]))) {
                ReadRequest request = ReadRequest.of(Unit.NANOTESLA);
                float[] whole = tiff.read(request).values();
                for (int bytes : new int[] {1, 1000, 1 << 20}) {
                    BandedGrid bands = tiff.bands(request, bytes);
                    inParts += bands.bands() > 1 ? 1 : 0;
                    String problem = Bits.difference(bands.whole().values(), whole);
                    if (!problem.isEmpty()) {
                        wrong.add(row[0] + " in bands of " + bytes + " bytes: " + problem);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(inParts).isGreaterThan(KINDS);
    }

    @Test
    void values_and_geometry_equal_gdals() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] row : index) {
            try (GeoTiff tiff = GeoTiff.open(Path.of(row[1]))) {
                for (int band = 0; band < Integer.parseInt(row[4]); band++) {
                    FloatGrid grid = tiff.read(
                            ReadRequest.of(Unit.NANOTESLA).withBand(band).withThreads(1 + band));
                    String problem = Bits.difference(
                            grid.values(), GdalReference.floats(directory.resolve(row[0] + "." + band + ".f32")));
                    if (!problem.isEmpty()) {
                        wrong.add(row[0] + " band " + band + ": " + problem);
                    }
                    assertThat(grid.geometry().west()).as(row[0]).isEqualTo(Double.parseDouble(row[5]));
                    assertThat(grid.geometry().north()).as(row[0]).isEqualTo(Double.parseDouble(row[6]));
                    assertThat(grid.geometry().dx()).as(row[0]).isEqualTo(Double.parseDouble(row[7]));
                    assertThat(grid.geometry().dy()).as(row[0]).isEqualTo(Double.parseDouble(row[8]));
                    assertThat(grid.geometry().registration() == Registration.NODE)
                            .isEqualTo(row[9].equals("Point"));
                }
                assertThat(tiff.header().overviews()).hasSize(Integer.parseInt(row[10]));
            } catch (GamException e) {
                wrong.add(e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void windows_are_parts_of_the_whole() throws IOException {
        Random random = new Random(7);
        List<String> wrong = new ArrayList<>();
        for (String[] row : index) {
            try (GeoTiff tiff = GeoTiff.open(Path.of(row[1]))) {
                int width = tiff.header().width();
                int height = tiff.header().height();
                int column = random.nextInt(width);
                int first = random.nextInt(height);
                int w = 1 + random.nextInt(width - column);
                int h = 1 + random.nextInt(height - first);
                FloatGrid expected = tiff.read(Unit.METRE).window(column, first, w, h);
                FloatGrid actual = tiff.read(ReadRequest.of(Unit.METRE)
                        .withWindow(column, first, w, h)
                        .withThreads(2));
                String problem = Bits.difference(actual.values(), expected.values());
                if (!problem.isEmpty() || !actual.geometry().equals(expected.geometry())) {
                    wrong.add(row[0] + ": " + problem + " " + actual.geometry());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void overviews_have_the_extent_of_the_whole() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(special("overviews"))) {
            FloatGrid overview = tiff.readOverview(1, Unit.METRE);
            assertThat(overview.geometry().columns()).isEqualTo(125);
            assertThat(overview.geometry().rows()).isEqualTo(75);
            assertThat(overview.geometry().west()).isEqualTo(120);
            assertThat(overview.geometry().east()).isEqualTo(245);
            assertThat(overview.geometry().south()).isEqualTo(-35);
        }
    }

    @Test
    void a_file_without_reference_system_takes_the_callers() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(special("voids_no_crs"))) {
            assertThat(tiff.header().crs()).isEmpty();
            assertThat(tiff.read(Unit.NANOTESLA).geometry().crs()).isEqualTo(Crs.UNKNOWN);
            FloatGrid grid = tiff.read(Unit.NANOTESLA, Crs.WGS84);
            assertThat(grid.geometry().crs()).isEqualTo(Crs.WGS84);
            assertThat(grid.get(2, 1)).isNaN();
        }
    }

    @Test
    void reference_systems_are_named_by_their_code() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(special("point_utm"));
                GeoTiff degrees = GeoTiff.open(special("scaled"))) {
            assertThat(tiff.header().crs()).contains(Crs.epsg(32633, false));
            assertThat(degrees.header().crs()).contains(Crs.WGS84);
        }
    }

    @Test
    void header_tells_scale_unit_and_no_data() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(special("scaled"))) {
            GeoTiffHeader header = tiff.header();
            assertThat(header.noData()).contains("-32768");
            assertThat(header.bands().get(1).scale()).isEqualTo(0.02);
            assertThat(header.bands().get(1).offset()).isEqualTo(1001.5);
            assertThat(header.bands().get(1).unit()).isEqualTo("mGal");
            assertThat(header.bands().get(1).description()).isEqualTo("layer 1");
        }
    }

    @Test
    void blocks_never_written_are_no_data() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(special("sparse"))) {
            assertThat(tiff.read(Unit.METRE).get(0, 0)).isNaN();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rgb, is a picture (RGB)",
        "rgba, is a picture (RGBA)",
        "four, is a picture (4 bands of 8 bits)",
        "palette, is a picture (palette)",
        "jpeg, method 7 (JPEG)",
        "complex, complex values of 64 bits",
        "bits, values of 1 bits",
        "rotated, is rotated",
        "masked, in a separate mask",
        "nowhere, has no georeference",
        "gcps, tie points only",
    })
    void refuses_what_is_no_grid_of_values(String name, String reason) {
        Path file = directory.resolve("refused_" + name + ".tif");
        assertThatThrownBy(() -> {
                    try (GeoTiff tiff = GeoTiff.open(file)) {
                        tiff.read(Unit.METRE);
                    }
                })
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"rgb", "rotated", "nowhere", "gcps"})
    void header_of_a_refused_file_is_readable(String name) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(directory.resolve("refused_" + name + ".tif"))) {
            assertThat(tiff.header().width()).isEqualTo(37);
        }
    }

    /** Every thirteenth kind of file, damaged and cut off in many ways: a clear refusal or values, nothing else. */
    @Test
    void damaged_files_fail_cleanly() throws IOException {
        for (int i = 0; i < index.size(); i += 13) {
            byte[] whole = Files.readAllBytes(Path.of(index.get(i)[1]));
            Damage.requireCleanFailures(directory.resolve("damaged.bin"), whole, 60, i);
        }
    }
}
