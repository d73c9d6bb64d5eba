package org.geoanomaly.gam.pipeline.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;
import org.geoanomaly.gam.pipeline.manifest.ManifestStore;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.stac.SidecarReader;
import org.geoanomaly.gam.pipeline.store.DirectoryLock;
import org.geoanomaly.gam.pipeline.validation.CheckResult;
import org.geoanomaly.gam.pipeline.validation.InputIntegrityCheck;
import org.geoanomaly.gam.pipeline.validation.ProductValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalJobTest {
    private static final String FOUR = "t_N00_E000,t_N00_E010,t_S10_E000,t_S10_E010";
    private static final TileId HOME = new TileId(0, 0);

    @TempDir
    Path folder;

    private SmallGlobe globe;
    private Path out;

    @BeforeEach
    void inputs() throws Exception {
        globe = new SmallGlobe(Files.createDirectories(folder.resolve("in")));
        out = folder.resolve("out");
    }

    @Test
    void a_run_writes_all_products_and_they_validate() throws Exception {
        GlobalSummary summary = globe.run(SmallGlobe.request(out, FOUR));
        assertThat(summary.failed()).isEmpty();
        assertThat(summary.completed()).isEqualTo(4);
        SortedMap<String, String> products = SmallGlobe.products(out);
        assertThat(products.keySet())
                .contains(
                        "cog/mag/z0p1d/tiles/t_N00_E000.tif",
                        "metadata/t_S10_E010_fused.json",
                        "quicklook/t_N00_E010_fused.png",
                        "manifest/global_mvp_manifest.json",
                        "manifest/input_mag.json",
                        "state/global_mvp_state.json",
                        "pmtiles/fused_global_z0p1d_z0_z7.pmtiles",
                        "pmtiles/fused_global_z0p1d_z0_z7.json",
                        "mosaic/fused.vrt",
                        "stac/catalog.json",
                        "site/index.html");
        try (Workers workers = new Workers(2)) {
            assertThat(ProductValidator.validate(out, workers, ProgressListener.SILENT))
                    .allMatch(CheckResult::passed, "passed");
        }
    }

    @Test
    void the_fused_value_is_the_mean_of_the_scores_recomputed_from_the_files() throws Exception {
        globe.run(SmallGlobe.request(out, FOUR));
        FloatGrid mag = read(Layer.MAG, HOME);
        FloatGrid grav = read(Layer.GRAV, HOME);
        FloatGrid fused = read(Layer.FUSED, HOME);
        var m = SidecarReader.read(new GlobalPaths(out).sidecar(Layer.MAG, HOME))
                .statistics();
        var g = SidecarReader.read(new GlobalPaths(out).sidecar(Layer.GRAV, HOME))
                .statistics();
        int compared = 0;
        for (int i = 0; i < fused.values().length; i++) {
            double zm = clamp((mag.values()[i] - m.median()) / (1.4826 * m.mad()));
            double zg = clamp((grav.values()[i] - g.median()) / (1.4826 * g.mad()));
            double expected = Double.isNaN(zm) ? zg : (zm + zg) / 2;
            assertThat((double) fused.values()[i]).isCloseTo(expected, within(1e-5));
            compared++;
        }
        assertThat(compared).isEqualTo(10_000);
    }

    private static double clamp(double z) {
        return Math.max(-6, Math.min(6, z));
    }

    @Test
    void a_second_run_touches_nothing() throws Exception {
        globe.run(SmallGlobe.request(out, FOUR));
        Path cog = new GlobalPaths(out).cog(Layer.MAG, HOME);
        Path manifest = new GlobalPaths(out).manifest();
        FileTime past = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(cog, past);
        Files.setLastModifiedTime(manifest, past);
        GlobalSummary again = globe.run(SmallGlobe.request(out, FOUR));
        assertThat(again.skipped()).isEqualTo(4);
        assertThat(again.completed()).isZero();
        assertThat(Files.getLastModifiedTime(cog)).isEqualTo(past);
        assertThat(Files.getLastModifiedTime(manifest)).isEqualTo(past);
    }

    @Test
    void damaged_products_are_made_again_with_the_same_bytes() throws Exception {
        globe.run(SmallGlobe.request(out, FOUR));
        SortedMap<String, String> before = SmallGlobe.products(out);
        GlobalPaths paths = new GlobalPaths(out);
        byte[] cog = Files.readAllBytes(paths.cog(Layer.GRAV, HOME));
        cog[cog.length / 2] ^= 1;
        Files.write(paths.cog(Layer.GRAV, HOME), cog);
        Files.delete(paths.quicklook(new TileId(-10, 10)));
        Files.write(paths.archive(), new byte[] {1, 2, 3});
        GlobalSummary repaired = globe.run(SmallGlobe.request(out, FOUR));
        assertThat(repaired.completed()).isEqualTo(2);
        assertThat(repaired.skipped()).isEqualTo(2);
        assertThat(SmallGlobe.products(out)).isEqualTo(before);
    }

    @Test
    void a_stopped_run_goes_on_to_the_same_bytes() throws Exception {
        globe.run(SmallGlobe.request(out, FOUR));
        SortedMap<String, String> whole = SmallGlobe.products(out);
        Path other = folder.resolve("other");
        AtomicInteger asked = new AtomicInteger();
        GlobalSummary stopped = globe.run(
                SmallGlobe.request(other, FOUR, "core.parallel_workers=1"), () -> asked.incrementAndGet() > 2);
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.completed()).isBetween(1, 3);
        assertThat(Files.exists(new GlobalPaths(other).manifest())).isFalse();
        GlobalSummary finished = globe.run(SmallGlobe.request(other, FOUR));
        assertThat(finished.completed() + finished.skipped()).isEqualTo(4);
        // the two runs began at different instants, which is all that may differ
        assertThat(SmallGlobe.products(other).keySet()).isEqualTo(whole.keySet());
        for (Layer layer : Layer.values()) {
            Path a = new GlobalPaths(out).cog(layer, HOME);
            Path b = new GlobalPaths(other).cog(layer, HOME);
            assertThat(Files.readAllBytes(b)).isEqualTo(Files.readAllBytes(a));
        }
    }

    @Test
    void a_tile_below_the_required_coverage_fails_alone_and_can_be_asked_for_again() throws Exception {
        // gaps over 1.5..9.5 north, 1.5..9.5 east: two thirds of t_N00_E000
        globe.editGravity(line -> {
            String[] f = line.trim().split("\\s+", -1);
            boolean gap = f.length == 3
                    && f[0].matches("[0-9.]+")
                    && Double.parseDouble(f[0]) > 1.5
                    && Double.parseDouble(f[0]) < 9.5
                    && Double.parseDouble(f[1]) > 1.5
                    && Double.parseDouble(f[1]) < 9.5;
            return gap ? f[0] + " " + f[1] + " 9999999.0" : line;
        });
        GlobalSummary summary = globe.run(SmallGlobe.request(out, FOUR));
        assertThat(summary.failed()).containsOnlyKeys(HOME);
        assertThat(summary.failed().values().toString()).contains("statistics").contains("% < 90 % required");
        assertThat(summary.completed()).isEqualTo(3);
        assertThat(summary.clean()).isFalse();
        GlobalRequest all = SmallGlobe.request(out, FOUR);
        GlobalRequest failed = new GlobalRequest(all.config(), all.paths(), all.selection(), true, false, "1.2.3");
        assertThat(new GlobalJob(failed, globe.inputs(), ProgressListener.SILENT, () -> false).plan())
                .containsExactly(HOME);
        try (Workers workers = new Workers(1)) {
            assertThat(ProductValidator.validate(out, workers, ProgressListener.SILENT))
                    .anyMatch(c -> c.name().equals("statistics") && !c.passed());
        }
    }

    @Test
    void any_number_of_workers_gives_the_same_bytes() throws Exception {
        globe.run(SmallGlobe.request(out, FOUR, "core.parallel_workers=1"));
        Path other = folder.resolve("other");
        globe.run(SmallGlobe.request(other, FOUR, "core.parallel_workers=3"));
        for (String name : SmallGlobe.products(out).keySet()) {
            if (name.endsWith(".tif") || name.endsWith(".png") || name.endsWith(".pmtiles") || name.endsWith(".vrt")) {
                assertThat(Files.readAllBytes(other.resolve(name)))
                        .as(name)
                        .isEqualTo(Files.readAllBytes(out.resolve(name)));
            }
        }
    }

    @Test
    void two_runs_in_one_directory_do_not_mix() {
        DirectoryLock lock = DirectoryLock.acquire(out);
        try {
            assertThatThrownBy(() -> globe.run(SmallGlobe.request(out, FOUR)))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("another run");
        } finally {
            lock.close();
        }
    }

    @Test
    void a_broken_input_is_one_sentence_and_leaves_no_product() throws Exception {
        globe.withMagnetic(globe.write("magnetic.tif", w -> w.write("<!DOCTYPE html><html><body>404</body></html>")));
        assertThatThrownBy(() -> globe.run(SmallGlobe.request(out, FOUR)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("HTML");
        assertThat(SmallGlobe.products(out)).isEmpty();
    }

    @Test
    void a_field_without_spread_or_without_data_leaves_the_other_layer_alone_in_the_index() throws Exception {
        Path flat = globe.write("flat.csv", w -> {
            for (int j = 0; j < 180; j++) {
                for (int i = 0; i < 360; i++) {
                    double lat = -89.5 + j;
                    String v = lat > 0 ? "12.5" : "99999"; // constant in the north, void in the south
                    w.write((i + 1) + "," + (j + 1) + "," + (i + 0.5) + "," + lat + "," + v + "," + v + ",15,20\r\n");
                }
            }
        });
        globe.withMagnetic(flat).run(SmallGlobe.request(out, FOUR));
        GlobalPaths paths = new GlobalPaths(out);
        assertThat(SidecarReader.read(paths.sidecar(Layer.MAG, HOME))
                        .statistics()
                        .mad())
                .isZero();
        assertThat(SidecarReader.read(paths.sidecar(Layer.MAG, new TileId(-10, 0)))
                        .statistics()
                        .count())
                .isZero();
        for (TileId tile : new TileId[] {HOME, new TileId(-10, 0)}) {
            FloatGrid grav = read(Layer.GRAV, tile);
            FloatGrid fused = read(Layer.FUSED, tile);
            var g = SidecarReader.read(paths.sidecar(Layer.GRAV, tile)).statistics();
            for (int i = 0; i < 10_000; i += 37) {
                double z = clamp((grav.values()[i] - g.median()) / (1.4826 * g.mad()));
                assertThat((double) fused.values()[i]).isCloseTo(z, within(1e-5));
            }
        }
        assertThat(Files.readString(paths.sidecar(Layer.FUSED, HOME))).containsPattern("\"used\"\\s*:\\s*false");
    }

    @Test
    void checkpoint_1_finds_an_input_that_changed_and_a_record_that_was_altered() throws Exception {
        globe.run(SmallGlobe.request(out, FOUR));
        assertThat(inputCheck().passed()).isTrue();
        Path record = out.resolve("manifest/input_mag.json");
        String json = Files.readString(record);
        Files.writeString(record, json.replace("test-mag", "another"));
        assertThat(inputCheck().findings()).singleElement().asString().contains("differs from the run's manifest");
        Files.writeString(record, json);
        Path input = folder.resolve("in/magnetic.csv");
        Files.writeString(input, Files.readString(input) + "\r\n");
        assertThat(inputCheck().findings()).singleElement().asString().contains("has changed since the run");
    }

    private CheckResult inputCheck() {
        return InputIntegrityCheck.check(out, ManifestStore.read(out));
    }

    private FloatGrid read(Layer layer, TileId tile) throws Exception {
        try (GeoTiff cog = GeoTiff.open(new GlobalPaths(out).cog(layer, tile))) {
            return cog.read(layer.unit());
        }
    }
}
