package org.geoanomaly.gam.app.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole globe from real grids, made once; then other programs read it, and the inputs say what must be in it. */
class RealGlobeTest {
    private static final int COLUMNS = 3600;
    private static final int ROWS = 1800;
    private static final int TILES = 648;
    private static final int WEB_TILES = 21_845;
    private static final double GRAVITY_HEIGHT = 10_000;
    /** The magnetic file's voids, some of them resampled. */
    private static final double NO_ANOMALY = 50_000;

    @TempDir
    static Path folder = Path.of("");

    private static Path data = Path.of("");
    private static GlobalPaths paths = new GlobalPaths(Path.of(""));

    @BeforeAll
    static void make_the_globe() throws Exception {
        String variable = System.getenv("GAM_DATA_DIR");
        GlobeOracle.require(variable != null, "GAM_DATA_DIR does not say where the real data are");
        data = Path.of(String.valueOf(variable));
        Path root = folder.resolve("globe");
        paths = new GlobalPaths(root);
        Path example = Path.of(System.getProperty("gam.root", ".."), "examples", "global-grids.yaml")
                .toAbsolutePath();
        long start = System.nanoTime();
        GamProcess.Outcome outcome = gam().run("globe", "global", example.toString(), "--output", root.toString());
        System.out.printf(Locale.ROOT, "the globe took %.1f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    @Test
    void there_are_648_tiles_of_each_layer() throws Exception {
        for (Layer layer : Layer.values()) {
            try (Stream<Path> files = Files.list(paths.cogFolder(layer))) {
                assertThat(files.map(f -> f.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(TileId.all().stream()
                                .map(tile -> tile.name() + ".tif")
                                .toList());
            }
        }
    }

    @Test
    void gdal_finds_no_fault_in_any_cog() throws Exception {
        assertThat(GlobeOracle.gdal("cogs", paths.root().toString()).trim()).isEqualTo(3 * TILES + " files");
    }

    @Test
    void gdal_reads_the_same_bits_through_the_mosaics() throws Exception {
        GlobeOracle.gdal("mosaics", paths.root().toString(), folder.toString());
        for (Layer layer : Layer.values()) {
            FloatBuffer gdal = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(layer.id() + ".f32")))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] ours = mosaic(layer);
            assertThat(gdal.remaining()).isEqualTo(ours.length);
            int different = 0;
            for (int i = 0; i < ours.length; i++) {
                different += Float.floatToIntBits(gdal.get(i)) == Float.floatToIntBits(ours[i]) ? 0 : 1;
            }
            assertThat(different).as(layer.id()).isZero();
        }
    }

    @Test
    void the_reference_reader_reads_every_web_tile() throws Exception {
        List<String> tiles = new ArrayList<>();
        for (int z = 0; z <= 7; z++) {
            for (int y = 0; y < 1 << z; y++) {
                for (int x = 0; x < 1 << z; x++) {
                    tiles.add(z + " " + x + " " + y);
                }
            }
        }
        List<String> answers = GlobeOracle.pmtiles(paths.archive(), tiles, folder.resolve("tiles.txt"));
        assertThat(answers).hasSize(WEB_TILES).noneMatch(line -> line.endsWith(" -"));
        assertThat(answers).allMatch(line -> Integer.parseInt(line.split(" ", -1)[3]) > 60, "has the size of a PNG");
    }

    @Test
    void sidecars_collections_and_catalogue_are_valid_stac() throws Exception {
        List<Path> files = new ArrayList<>();
        for (Path top : List.of(paths.root().resolve("metadata"), paths.stac())) {
            try (Stream<Path> all = Files.walk(top)) {
                all.filter(f -> f.toString().endsWith(".json")).sorted().forEach(files::add);
            }
        }
        assertThat(files).hasSize(3 * TILES + 4);
        assertThat(GlobeOracle.stac(files)).contains("Valid: " + files.size()).contains("Invalid: 0");
    }

    @Test
    void the_program_finds_its_own_product_valid() throws Exception {
        GamProcess.Outcome outcome =
                gam().run("validate", "validate", paths.root().toString());
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    }

    @Test
    void every_gravity_cell_is_that_of_the_input() throws Exception {
        float[] cells = mosaic(Layer.GRAV);
        SourceNodes nodes = gravity();
        assertThat(largestDifference(cells, nodes, 0))
                .as("float32 of 980,000 mGal is good to 0.03, the formula here to 0.07")
                .isLessThan(0.12);
        assertThat(largestDifference(cells, nodes, 1))
                .as("a shift by one column")
                .isGreaterThan(20);
    }

    @Test
    void every_magnetic_cell_is_that_of_the_input() throws Exception {
        float[] cells = mosaic(Layer.MAG);
        SourceNodes nodes = magnetic();
        assertThat(largestDifference(cells, nodes, 0)).isLessThan(0.01);
        assertThat(largestDifference(cells, nodes, 1))
                .as("a shift by one column")
                .isGreaterThan(20);
        for (float cell : cells) {
            assertThat(Math.abs(cell) > 20_000)
                    .as("a void taken for an anomaly")
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Hawaii, max, 18, 21, -157, -154",
        "Puerto Rico trench, min, 18, 21, -68, -64",
        "Sierra Nevada de Santa Marta, max, 9, 13, -76, -72",
        "foot of the Himalaya, min, 26, 30, 82, 88",
        "Reunion, max, -23, -19, 54, 57",
        "Mariana trench, min, 10, 14, 140, 146",
    })
    void gravity_is_extreme_where_the_input_is(
            String place, String kind, double south, double north, double west, double east) throws Exception {
        Box box = new Box(south, north, west, east);
        double sign = kind.equals("max") ? 1 : -1;
        SourceNodes nodes = gravity();
        Place expected = Place.NOWHERE;
        for (int row = 0; row < nodes.rows(); row++) {
            for (int column = 0; column < nodes.columns(); column++) {
                if (box.has(nodes.lon(column), nodes.lat(row))) {
                    expected = expected.or(nodes.lon(column), nodes.lat(row), sign * nodes.at(column, row));
                }
            }
        }
        float[] cells = mosaic(Layer.GRAV);
        Place found = Place.NOWHERE;
        for (int i = 0; i < cells.length; i++) {
            if (box.has(lon(i % COLUMNS), lat(i / COLUMNS))) {
                found = found.or(lon(i % COLUMNS), lat(i / COLUMNS), sign * cells[i]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: input %.1f mGal at %.3f N %.3f E, product %.1f mGal at %.2f N %.2f E%n",
                place,
                sign * expected.value,
                expected.lat,
                expected.lon,
                sign * found.value,
                found.lat,
                found.lon);
        assertThat(found.lon).isCloseTo(expected.lon, within(nodes.step() / 2 + 1e-9));
        assertThat(found.lat).isCloseTo(expected.lat, within(nodes.step() / 2 + 1e-9));
        assertThat(found.value).isLessThanOrEqualTo(expected.value + 0.1);
        assertThat(sign * found.value).isCloseTo(nodes.between(found.lon, found.lat), within(1.0));
    }

    @Test
    void products_state_how_coarse_their_sources_are() throws Exception {
        String magnetic = "1(\\.0)?";
        String gravity = "0\\.1666\\d*";
        for (TileId tile : TileId.all()) {
            assertThat(tagged(Layer.MAG, tile, "native_resolution_deg")).matches(magnetic);
            assertThat(tagged(Layer.GRAV, tile, "native_resolution_deg")).matches(gravity);
            assertThat(tagged(Layer.FUSED, tile, "native_resolution_deg_1")).matches(magnetic);
            assertThat(tagged(Layer.FUSED, tile, "native_resolution_deg_2")).matches(gravity);
            assertThat(stated(Layer.MAG, tile)).matches(magnetic);
            assertThat(stated(Layer.GRAV, tile)).matches(gravity);
            assertThat(stated(Layer.FUSED, tile)).as("the coarser one").matches(magnetic);
        }
        String site = Files.readString(paths.site().resolve("data/config.json"));
        assertThat(site)
                .contains("\"native_resolution\": \"0.1667°\"")
                .containsPattern("\"native_resolution\": \"1(\\.0)?°\"");
    }

    private static String tagged(Layer layer, TileId tile, String item) throws Exception {
        String cog = Files.readString(paths.cog(layer, tile), StandardCharsets.ISO_8859_1);
        return between(cog, "<Item name=\"" + item + "\">", "<");
    }

    private static String stated(Layer layer, TileId tile) throws Exception {
        return between(Files.readString(paths.sidecar(layer, tile)), "\"gam:source_resolution_deg\": ", ",");
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before);
        assertThat(from).as(before).isNotNegative();
        return text.substring(from + before.length(), text.indexOf(after, from + before.length()));
    }

    private record Box(double south, double north, double west, double east) {
        boolean has(double lon, double lat) {
            return lat >= south && lat <= north && lon >= west && lon <= east;
        }
    }

    private record Place(double lon, double lat, double value) {
        static final Place NOWHERE = new Place(Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY);

        Place or(double otherLon, double otherLat, double otherValue) {
            return otherValue > value ? new Place(otherLon, otherLat, otherValue) : this;
        }
    }

    /** Over cells between four valid nodes, read {@code shift} columns further east; infinite if one of these is void. */
    private static double largestDifference(float[] cells, SourceNodes nodes, int shift) {
        double largest = 0;
        int compared = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS - shift; column++) {
                double expected = nodes.between(lon(column), lat(row));
                if (!Double.isNaN(expected)) {
                    double difference = Math.abs(cells[row * COLUMNS + column + shift] - expected);
                    largest = Math.max(largest, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
                    compared++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "largest difference %.4g of %d cells shifted by %d%n", largest, compared, shift);
        assertThat(compared).isGreaterThan(COLUMNS * ROWS * 8 / 10);
        return largest;
    }

    private static double lon(int column) {
        return -180 + (column + 0.5) / 10;
    }

    private static double lat(int row) {
        return 90 - (row + 0.5) / 10;
    }

    private static SourceNodes gravity() throws Exception {
        Path file = data.resolve("gravity/earth-gravity-10arcmin.nc");
        SourceNodes nodes = GlobeOracle.netcdf(file, "gravity", folder.resolve("gravity.f64"));
        nodes.subtractNormalGravity(GRAVITY_HEIGHT);
        return nodes;
    }

    private static SourceNodes magnetic() throws Exception {
        return GlobeOracle.gmt3(data.resolve("magnetic/EMAG2_V2_1x1.grd"), 1, NO_ANOMALY);
    }

    /** The whole layer as this program reads it, rows from the north. */
    private static float[] mosaic(Layer layer) throws Exception {
        float[] globe = new float[COLUMNS * ROWS];
        for (TileId tile : TileId.all()) {
            try (GeoTiff cog = GeoTiff.open(paths.cog(layer, tile))) {
                float[] values = cog.read(layer.unit()).values();
                int corner = (90 - tile.south() - 10) * 10 * COLUMNS + (tile.west() + 180) * 10;
                for (int row = 0; row < 100; row++) {
                    System.arraycopy(values, row * 100, globe, corner + row * COLUMNS, 100);
                }
            }
        }
        return globe;
    }

    private static GamProcess gam() {
        return new GamProcess(folder, List.of("-Xmx2g", "-XX:+UseParallelGC"), Map.of());
    }
}
