package org.geoanomaly.gam.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.geoanomaly.gam.formats.cog.CogEncoder;
import org.geoanomaly.gam.formats.cog.CogMetadata;
import org.geoanomaly.gam.formats.cog.CogOptions;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.seam.SeamMeter;
import org.geoanomaly.gam.pipeline.seam.SeamStatistics;
import org.geoanomaly.gam.pipeline.stac.Sidecar;
import org.geoanomaly.gam.pipeline.store.ProductFile;
import org.geoanomaly.gam.pipeline.store.Sha256;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.geoanomaly.gam.pipeline.webtile.WebTileDescription;
import org.geoanomaly.gam.pipeline.webtile.WebTileOptions;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each checkpoint passes a sound product and finds the one thing that is wrong with a broken one. */
class CheckpointTest {
    private static final TileId TILE = new TileId(30, 120);
    private static final CogMetadata TAGS = CogMetadata.NONE
            .with("layer", "grav")
            .with("units", "mGal")
            .with("grid", "0.1deg")
            .with("tile_id", TILE.name())
            .with("bounds", "120,130,30,40")
            .with("stats_count", "10000");

    @TempDir
    Path folder;

    private static FloatGrid values(GridGeometry geometry) {
        Random random = new Random(1);
        float[] v = new float[geometry.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) (30 * random.nextGaussian());
        }
        return new FloatGrid(geometry, Unit.MILLIGAL, v);
    }

    private static Sidecar sidecar(Statistics statistics) {
        ProductFile cog = new ProductFile("cog/grav/z0p1d/tiles/t_N30_E120.tif", 1, Sha256.of("x"));
        return new Sidecar(TILE, Layer.GRAV, cog, null, statistics, "hash");
    }

    private List<Finding> check(TileCheckpoint checkpoint, byte[] cog, Statistics statistics) throws Exception {
        Path file = Files.write(folder.resolve("tile.tif"), cog);
        try (GeoTiff tiff = GeoTiff.open(file)) {
            return checkpoint.check(
                    new TileFiles(Layer.GRAV, TILE, tiff, tiff.read(Unit.MILLIGAL), sidecar(statistics)));
        }
    }

    private List<Finding> checkGeometry(GridGeometry geometry) throws Exception {
        return check(
                new GridAlignmentCheck(),
                CogEncoder.encode(values(geometry), CogOptions.DEFAULT, TAGS),
                Statistics.NONE);
    }

    @Test
    void checkpoint_2_finds_a_tile_off_the_grid() throws Exception {
        GridGeometry right = GlobalGrid.geometry(TILE);
        assertThat(checkGeometry(right)).isEmpty();
        GridGeometry shifted = new GridGeometry(Crs.WGS84, 120.05, 40, 0.1, 0.1, 100, 100, Registration.CELL);
        assertThat(checkGeometry(shifted))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("120.05");
        GridGeometry short1 = new GridGeometry(Crs.WGS84, 120, 40, 0.1, 0.1, 100, 99, Registration.CELL);
        assertThat(checkGeometry(short1))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("100 x 99");
        GridGeometry projected =
                new GridGeometry(Crs.epsg(3857, false), 120, 40, 0.1, 0.1, 100, 100, Registration.CELL);
        assertThat(checkGeometry(projected))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("EPSG:3857");
        GridGeometry nodes = new GridGeometry(Crs.WGS84, 120, 40, 0.1, 0.1, 100, 100, Registration.NODE);
        assertThat(checkGeometry(nodes))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("points");
    }

    @Test
    void checkpoint_3_finds_sparse_absurd_and_misdescribed_tiles() throws Exception {
        FloatGrid good = values(GlobalGrid.geometry(TILE));
        StatisticsCheck checkpoint = new StatisticsCheck(Map.of(Layer.GRAV, 0.9));
        Statistics statistics = RobustStatistics.of(good.values());
        assertThat(check(checkpoint, encode(good), statistics)).isEmpty();
        Statistics lie = new Statistics(
                10_000,
                statistics.min(),
                statistics.max(),
                statistics.mean() + 1,
                statistics.std(),
                statistics.median(),
                statistics.mad(),
                statistics.p5(),
                statistics.p95());
        assertThat(check(checkpoint, encode(good), lie))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("sidecar");
        FloatGrid sparse = values(GlobalGrid.geometry(TILE));
        Arrays.fill(sparse.values(), 0, 5900, Float.NaN);
        assertThat(check(checkpoint, encode(sparse), RobustStatistics.of(sparse.values())))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("valid 41.0 % < 90 % required");
        FloatGrid absurd = values(GlobalGrid.geometry(TILE));
        absurd.values()[7] = 980_000;
        assertThat(check(checkpoint, encode(absurd), RobustStatistics.of(absurd.values())))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("unit");
        FloatGrid infinite = values(GlobalGrid.geometry(TILE));
        infinite.values()[7] = Float.POSITIVE_INFINITY;
        assertThat(check(checkpoint, encode(infinite), RobustStatistics.of(infinite.values())))
                .isNotEmpty();
    }

    private static byte[] encode(FloatGrid grid) {
        return CogEncoder.encode(grid, CogOptions.DEFAULT, TAGS);
    }

    @Test
    void checkpoint_5_finds_what_is_not_as_configured() throws Exception {
        FloatGrid good = values(GlobalGrid.geometry(TILE));
        CogComplianceCheck checkpoint = new CogComplianceCheck(CogOptions.DEFAULT);
        assertThat(check(checkpoint, encode(good), Statistics.NONE)).isEmpty();
        assertThat(messages(check(
                        checkpoint,
                        CogEncoder.encode(good, CogOptions.DEFAULT.withBlockSize(256), TAGS),
                        Statistics.NONE)))
                .containsExactly("is not tiled in blocks of 512");
        assertThat(messages(check(
                        checkpoint,
                        CogEncoder.encode(good, CogOptions.DEFAULT.withPredictor(3), TAGS),
                        Statistics.NONE)))
                .containsExactly("has predictor 3, not 2");
        CogOptions fewer = new CogOptions(512, 2, 9, List.of(2, 4), CogOptions.DEFAULT.overviewResampling());
        assertThat(messages(check(checkpoint, CogEncoder.encode(good, fewer, TAGS), Statistics.NONE)))
                .containsExactly("has overviews of width [50, 25], not [50, 25, 13, 7]");
        assertThat(messages(check(
                        checkpoint, CogEncoder.encode(good, CogOptions.DEFAULT, CogMetadata.NONE), Statistics.NONE)))
                .contains("lacks the metadata tag 'tile_id'");
        byte[] undeclared = encode(good);
        byte[] ghost = "LAYOUT=IFDS_BEFORE_DATA".getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(undeclared, ghost);
        undeclared[at] = 'X';
        assertThat(messages(check(checkpoint, undeclared, Statistics.NONE)))
                .contains("does not declare its layout behind the header");
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    @Test
    void checkpoint_4_finds_a_tile_that_belongs_elsewhere() {
        FloatGrid smooth = GlobalGrid.empty(Unit.MILLIGAL);
        for (int i = 0; i < smooth.values().length; i++) {
            smooth.values()[i] = (float) Math.sin(i % GlobalGrid.COLUMNS * 2 * Math.PI / GlobalGrid.COLUMNS * 9) * 50;
        }
        assertThat(seams(smooth, 1).passed()).isTrue();
        FloatGrid foreign = values(GlobalGrid.geometry(TILE));
        GlobalGrid.paste(foreign, TILE, smooth);
        for (int k = 0; k < 40; k++) {
            GlobalGrid.paste(values(GlobalGrid.geometry(TILE)), TileId.all().get(100 + 7 * k), smooth);
        }
        assertThat(seams(smooth, 1).passed()).isTrue(); // noise inside as well as across: no seam
        for (int i = 0; i < foreign.values().length; i++) {
            foreign.values()[i] = 4000;
        }
        for (int k = 0; k < 40; k++) {
            GlobalGrid.paste(foreign, TileId.all().get(100 + 7 * k), smooth);
        }
        CheckResult broken = seams(smooth, 1);
        assertThat(broken.passed()).isFalse();
        assertThat(broken.findings().get(0).message()).contains("across tile edges");
        assertThat(seams(smooth, 1000).passed()).isTrue(); // a source of 100 degree cells may step at any edge
    }

    private static CheckResult seams(FloatGrid globe, double cellsInSource) {
        Map<Layer, SeamStatistics> seams = Map.of(Layer.GRAV, SeamMeter.measure(globe));
        return SeamCheck.check(seams, Map.of(Layer.GRAV, cellsInSource));
    }

    @Test
    void checkpoint_6_finds_a_damaged_a_foreign_and_an_incomplete_archive() throws Exception {
        FloatGrid fused = GlobalGrid.empty(Unit.DIMENSIONLESS);
        for (int i = 0; i < fused.values().length; i++) {
            fused.values()[i] = (float) Math.cos(i % GlobalGrid.COLUMNS / 300.0) * 5;
        }
        Path archive = folder.resolve("a.pmtiles");
        WebTilePyramid.write(
                fused,
                archive,
                new WebTileDescription("n", "d", "a", "1.0.0", List.of(), true),
                new WebTileOptions(0, 2, 4, 2, WebTileScale.FUSED_Z),
                ProgressListener.SILENT);
        byte[] sound = Files.readAllBytes(archive);
        assertThat(archive(archive, fused, 2).findings()).isEmpty();
        assertThat(archive(archive, fused, 7).findings().get(0).message()).contains("zooms 0..2, not 0..7");
        FloatGrid other = GlobalGrid.empty(Unit.DIMENSIONLESS);
        Arrays.fill(other.values(), 3);
        assertThat(archive(archive, other, 2).findings().get(0).message()).contains("does not show the fused grid");
        Files.write(archive, Arrays.copyOf(sound, sound.length - 500));
        assertThat(archive(archive, fused, 2).passed()).isFalse();
        Files.delete(archive);
        assertThat(archive(archive, fused, 2).findings().get(0).message()).isEqualTo("is missing");
    }

    @Test
    void checkpoint_6_finds_a_damaged_and_a_foreign_archive_of_physical_values() throws Exception {
        FloatGrid values = GlobalGrid.empty(Unit.NANOTESLA);
        for (int i = 0; i < values.values().length; i++) {
            float wave = (float) Math.cos(i % GlobalGrid.COLUMNS / 300.0) * 500;
            values.values()[i] = wave > 450 ? Float.NaN : wave;
        }
        Path archive = folder.resolve("values.pmtiles");
        WebTilePyramid.write(
                values,
                archive,
                new WebTileDescription("n", "d", "a", "1.0.0", List.of(), true),
                new WebTileOptions(0, 2, 1, 2, WebTileScale.physical(-500, 450, 350), true),
                ProgressListener.SILENT);
        assertThat(values(archive, values).findings()).isEmpty();
        FloatGrid other = GlobalGrid.empty(Unit.NANOTESLA);
        Arrays.fill(other.values(), 3);
        assertThat(values(archive, other).findings().get(0).message()).contains("does not show the layer's grid");
        byte[] sound = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(sound, sound.length - 500));
        assertThat(values(archive, values).passed()).isFalse();
        Files.delete(archive);
        assertThat(values(archive, values).findings().get(0).message()).isEqualTo("is missing");
    }

    private static CheckResult values(Path archive, FloatGrid values) {
        try (Workers workers = new Workers(2)) {
            return PmtilesIntegrityCheck.checkValues(archive, values, workers);
        }
    }

    private static CheckResult archive(Path archive, FloatGrid fused, int maxZoom) {
        try (Workers workers = new Workers(2)) {
            return PmtilesIntegrityCheck.check(archive, fused, 0, maxZoom, workers);
        }
    }
}
