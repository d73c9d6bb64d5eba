package org.geoanomaly.gam.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.anomaly.LayerBackground;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.model.CompactInverter;
import org.geoanomaly.gam.pipeline.model.Scene;
import org.geoanomaly.gam.pipeline.model.SmoothInverter;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.junit.jupiter.api.Test;

/** From fields to a list of anomalies through the real inverters and the real fusion. */
class DetectionTest {
    private static final List<ModalityDescription> KNOWN =
            List.of(new SmoothInverter().describe("gravity"), new SmoothInverter().describe("magnetic"));
    private static final List<String> BOTH = List.of("gravity", "magnetic");
    private static final ModelingSection SETTINGS = ModelingSection.DEFAULT;

    private static List<Anomaly> run(Scene scene, int tiles, Inverter inverter, long seed) throws InterruptedException {
        List<FusedModel> models = new ArrayList<>();
        List<TileArea> areas = scene.tiles(tiles);
        for (TileArea area : areas) {
            models.add(scene.fused(BOTH, area, inverter, SETTINGS, seed));
        }
        LayerBackground background = Background.of(models, areas);
        List<List<Anomaly>> lists = new ArrayList<>();
        for (int t = 0; t < areas.size(); t++) {
            lists.add(Detection.find(models.get(t), areas.get(t), background, SETTINGS, KNOWN));
        }
        return Merging.merge(lists, Scene.REGION);
    }

    /** The anomaly nearest to a block, sideways. */
    private static Anomaly near(Scene scene, List<Anomaly> found, Scene.Block block) {
        Anomaly best = found.get(0);
        for (Anomaly a : found) {
            best = off(scene, a, block) < off(scene, best, block) ? a : best;
        }
        return best;
    }

    private static double off(Scene scene, Anomaly a, Scene.Block block) {
        double[] out = new double[2];
        scene.master().toLocal(a.peak().lon(), a.peak().lat(), out);
        return Math.hypot(out[0] - block.east(), out[1] - block.north());
    }

    @Test
    void three_blocks_are_three_anomalies_where_they_are_and_of_their_kind() throws InterruptedException {
        Scene scene = new Scene(Scene.THREE, 1, 2);
        for (Inverter inverter : List.of(new SmoothInverter(), new CompactInverter())) {
            List<Anomaly> found = run(scene, 1, inverter, 1);
            assertThat(found).hasSize(3);
            assertThat(found).extracting(Anomaly::id).containsExactly("A001", "A002", "A003");
            List<String> kinds = List.of("dense_magnetic", "light", "magnetic");
            for (int b = 0; b < 3; b++) {
                Scene.Block block = Scene.THREE.get(b);
                Anomaly a = near(scene, found, block);
                assertThat(a.type()).isEqualTo(kinds.get(b));
                assertThat(a.confidence()).isGreaterThan(0.99);
                // sideways a third of a cell of 7 km; where whole cells are chosen, and by two fields apart, a cell
                assertThat(off(scene, a, block)).isLessThan(inverter instanceof CompactInverter ? 7_000 : 2_500);
                // depth: fields of wide blocks leave it to the weights, within a cell or so
                assertThat(a.peak().depth()).isCloseTo(0.5 * (block.top() + block.bottom()), within(9_000.0));
                assertThat(a.body().depthMin()).isLessThan(block.bottom());
                assertThat(a.body().depthMax()).isGreaterThan(block.top());
                assertThat(a.body().extentM()).isBetween(0.5 * block.width(), 2 * block.width());
                double sum = a.contributions().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                assertThat(a.score()).isCloseTo(sum, within(1e-5 * Math.abs(sum)));
            }
        }
    }

    @Test
    void one_tile_and_four_tell_the_same() throws InterruptedException {
        Scene scene = new Scene(Scene.THREE, 1, 2);
        List<Anomaly> one = run(scene, 1, new SmoothInverter(), 1);
        // other noise too: every tile has its own plane and so its own places of observation
        List<Anomaly> four = run(scene, 2, new SmoothInverter(), 5);
        assertThat(four).hasSameSizeAs(one);
        for (Scene.Block block : Scene.THREE) {
            Anomaly a = near(scene, one, block);
            Anomaly b = near(scene, four, block);
            assertThat(b.type()).isEqualTo(a.type());
            assertThat(Math.abs(off(scene, a, block) - off(scene, b, block))).isLessThan(2_000);
            assertThat(b.peak().depth()).isCloseTo(a.peak().depth(), within(2_500.0));
            assertThat(b.score()).isCloseTo(a.score(), within(0.15 * Math.abs(a.score())));
            assertThat(b.confidence()).isCloseTo(a.confidence(), within(0.01));
        }
    }

    @Test
    void a_body_on_the_border_of_tiles_is_one() throws InterruptedException {
        // the corner of all four tiles, and a place near one side
        for (double east : new double[] {0, 2_500}) {
            Scene scene = new Scene(List.of(new Scene.Block(east, -east, 28_000, 4_000, 13_000, 300, 0.03)), 1, 2);
            List<Anomaly> found = run(scene, 2, new SmoothInverter(), 1);
            assertThat(found).hasSize(1);
            assertThat(off(scene, found.get(0), new Scene.Block(east, -east, 0, 0, 0, 0, 0)))
                    .isLessThan(2_000);
        }
    }

    @Test
    void a_body_outside_the_region_is_not_reported() throws InterruptedException {
        Scene scene = new Scene(List.of(new Scene.Block(0, 130_000, 24_000, 4_000, 13_000, 300, 0.03)), 1, 2);
        assertThat(run(scene, 1, new SmoothInverter(), 1)).isEmpty();
    }

    /** Twins of the scene without its blocks: what is found there is false. */
    @Test
    void noise_alone_gives_no_confident_anomaly() throws InterruptedException {
        Scene empty = new Scene(List.of(), 1, 2);
        TileArea tile = empty.tiles(2).get(1);
        for (long seed = 0; seed < 20; seed++) {
            FusedModel model = empty.fused(BOTH, tile, new SmoothInverter(), SETTINGS, seed);
            assertThat(Detection.find(model, tile, SETTINGS, KNOWN)).allMatch(a -> a.confidence() < 0.9);
        }
    }

    @Test
    void weak_bodies_are_found_as_long_as_the_noise_lets_them() throws InterruptedException {
        // the largest anomalies are 65 mGal and 415 nT
        assertThat(run(new Scene(Scene.THREE, 6, 40), 1, new SmoothInverter(), 5))
                .filteredOn(a -> a.confidence() > 0.9)
                .hasSize(3);
    }
}
