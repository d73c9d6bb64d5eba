package org.geoanomaly.gam.formats.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geoanomaly.gam.formats.tiff.Bits;
import org.geoanomaly.gam.formats.tiff.GdalReference;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written here, validated and read by GDAL. */
class CogAgainstGdalTest {
    private static final String CLEAN = "[]";

    @TempDir
    static Path directory;

    private static final Map<String, CogCases.Case> CASES = CogCases.all();
    private static final Map<String, String[]> GDAL = new HashMap<>();

    @BeforeAll
    static void write_and_ask_gdal() throws IOException {
        for (Map.Entry<String, CogCases.Case> e : CASES.entrySet()) {
            CogWriter.write(
                    directory.resolve(e.getKey()),
                    e.getValue().grid(),
                    e.getValue().options(),
                    CogCases.METADATA,
                    2);
        }
        CogCases.Case big = CogCases.get("700x530_b128_p2.tif");
        CogWriter.write(
                directory.resolve("bigtiff.tif"),
                CogPlan.of(big.grid(), big.options(), CogCases.METADATA, 0),
                big.options(),
                1);
        for (String[] row : GdalReference.run("check", directory, List.of())) {
            GDAL.put(row[0], row);
        }
    }

    private static String[] gdal(String name) {
        return Objects.requireNonNull(GDAL.get(name));
    }

    @Test
    void gdal_finds_neither_errors_nor_warnings() {
        assertThat(GDAL).hasSize(CASES.size() + 1);
        GDAL.values().forEach(row -> {
            assertThat(row[1]).as(row[0] + " warnings").isEqualTo(CLEAN);
            assertThat(row[2]).as(row[0] + " errors").isEqualTo(CLEAN);
            assertThat(row[10]).as(row[0] + " structure").contains("\"LAYOUT\": \"COG\"");
        });
    }

    @Test
    void gdal_reads_every_bit_of_the_full_resolution() throws IOException {
        for (Map.Entry<String, CogCases.Case> e : CASES.entrySet()) {
            float[] expected = e.getValue().grid().values();
            float[] actual = GdalReference.floats(directory.resolve(e.getKey() + ".L0.f32"));
            assertThat(actual).hasSameSizeAs(expected);
            for (int i = 0; i < actual.length; i++) {
                if (Float.floatToRawIntBits(actual[i]) != Float.floatToRawIntBits(expected[i])) {
                    throw new AssertionError(e.getKey() + ": value " + i + " is " + actual[i] + ", not " + expected[i]);
                }
            }
        }
    }

    @Test
    void bigtiff_holds_the_same_values() throws IOException {
        float[] expected = CogCases.get("700x530_b128_p2.tif").grid().values();
        assertThat(Bits.difference(GdalReference.floats(directory.resolve("bigtiff.tif.L0.f32")), expected))
                .isEmpty();
        try (GeoTiff tiff = GeoTiff.open(directory.resolve("bigtiff.tif"))) {
            assertThat(tiff.header().structure().bigTiff()).isTrue();
            assertThat(tiff.header().isCloudOptimized()).isTrue();
            assertThat(Bits.difference(tiff.read(Unit.NANOTESLA).values(), expected))
                    .isEmpty();
        }
    }

    @Test
    void our_reader_reads_what_gdal_reads() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String name : CASES.keySet()) {
            try (GeoTiff tiff = GeoTiff.open(directory.resolve(name))) {
                for (int level = 0; level <= tiff.header().overviews().size(); level++) {
                    float[] gdal = GdalReference.floats(directory.resolve(name + ".L" + level + ".f32"));
                    float[] ours = (level == 0
                                    ? tiff.read(Unit.NANOTESLA)
                                    : tiff.readOverview(level - 1, Unit.NANOTESLA))
                            .values();
                    String problem = Bits.difference(ours, gdal);
                    if (!problem.isEmpty()) {
                        wrong.add(name + " level " + level + ": " + problem);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** GDAL's own AVERAGE overviews of the same values; single precision sums of its own order allow for the last bits. */
    @Test
    void averages_equal_gdals() throws IOException {
        int compared = 0;
        for (Map.Entry<String, CogCases.Case> e : CASES.entrySet()) {
            if (e.getValue().options().overviewResampling() != OverviewResampling.AVERAGE) {
                continue;
            }
            for (int level = 1; Files.exists(directory.resolve(e.getKey() + ".A" + level + ".f32")); level++) {
                float[] gdal = GdalReference.floats(directory.resolve(e.getKey() + ".A" + level + ".f32"));
                float[] ours = GdalReference.floats(directory.resolve(e.getKey() + ".L" + level + ".f32"));
                assertThat(ours).as(e.getKey()).hasSameSizeAs(gdal);
                for (int i = 0; i < gdal.length; i++) {
                    if (Float.isNaN(gdal[i])) {
                        assertThat(ours[i]).isNaN();
                    } else {
                        assertThat(ours[i])
                                .as(e.getKey() + " level " + level + " cell " + i)
                                .isCloseTo(gdal[i], within(2e-5f));
                    }
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void gdal_places_the_cells_where_the_geometry_does() {
        CASES.forEach((name, c) -> {
            String[] row = gdal(name);
            GridGeometry g = c.grid().geometry();
            String transform = row[3].replaceAll("[\\[\\] ]", "");
            double[] actual = Arrays.stream(transform.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(actual).as(name).containsExactly(g.geotransform());
            assertThat(row[4]).as(name).isEqualTo(g.crs().id().substring("EPSG:".length()));
            assertThat(row[5]).as(name).isEqualTo(g.registration() == Registration.NODE ? "Point" : "Area");
            assertThat(row[6]).isEqualTo("nan");
        });
    }

    @Test
    void gdal_reads_unit_and_metadata() {
        String[] row = gdal("100x100_b512_p2.tif");
        assertThat(row[7]).isEqualTo("nT");
        assertThat(row[8])
                .contains("\"odd\": \"a<b & \\\"c\\\" 'd' > é &amp;\"")
                .contains("\"tile_id\": \"t_N30_E120\"");
        assertThat(row[9]).isEqualTo("100x100 50x50 25x25 13x13 7x7");
        assertThat(row[11]).isEqualTo("1.5");
    }

    @Test
    void header_returns_what_was_written() throws IOException {
        try (GeoTiff tiff = GeoTiff.open(directory.resolve("100x100_b512_p2.tif"))) {
            FloatGrid grid = CogCases.get("100x100_b512_p2.tif").grid();
            assertThat(tiff.read(Unit.NANOTESLA).geometry()).isEqualTo(grid.geometry());
            assertThat(tiff.header().metadata()).containsEntry("odd", "a<b & \"c\" 'd' > é &amp;");
            assertThat(tiff.header().bands().get(0).unit()).isEqualTo("nT");
            assertThat(tiff.header().structure().ghostArea())
                    .startsWith("LAYOUT=IFDS_BEFORE_DATA\n")
                    .hasSize(140);
            assertThat(tiff.header().structure().directoryOffsets().get(0)).isEqualTo(192);
        }
    }
}
