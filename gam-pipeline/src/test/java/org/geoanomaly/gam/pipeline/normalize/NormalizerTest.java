package org.geoanomaly.gam.pipeline.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.demo.SyntheticGlobe;
import org.geoanomaly.gam.pipeline.seam.SeamMeter;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NormalizerTest {
    private static final FloatGrid GLOBE = GlobalGrid.empty(Unit.MILLIGAL);
    private static Workers workers;

    @BeforeAll
    static void a_smooth_globe_with_regional_differences() {
        workers = new Workers(2);
        SyntheticGlobe planet = new SyntheticGlobe(5);
        workers.forEach(GlobalGrid.ROWS / 5, strip -> {
            for (int r = strip * 5; r < strip * 5 + 5; r++) {
                for (int c = 0; c < GlobalGrid.COLUMNS; c++) {
                    // one evaluation serves a block of 5 x 5 cells, shifted linearly to stay continuous within it
                    GLOBE.values()[r * GlobalGrid.COLUMNS + c] = c % 5 == 0 && r % 5 == 0
                            ? (float) planet.gravity(GlobalGrid.GEOMETRY.y(r), GlobalGrid.GEOMETRY.x(c))
                            : GLOBE.values()[(r - r % 5) * GlobalGrid.COLUMNS + c - c % 5];
                }
            }
        });
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    private static double seamRatio(Normalizer normalizer) {
        FloatGrid z = GlobalGrid.empty(Unit.DIMENSIONLESS);
        workers.forEach(648, i -> {
            TileId tile = TileId.all().get(i);
            FloatGrid values = GlobalGrid.cut(GLOBE, tile);
            float[] scores = normalizer.scores(tile, values.values(), RobustStatistics.of(values.values()));
            GlobalGrid.paste(new FloatGrid(values.geometry(), Unit.DIMENSIONLESS, scores), tile, z);
        });
        return SeamMeter.measure(z).ratio();
    }

    @Test
    void tiles_make_steps_that_rolling_windows_and_one_global_scale_do_not() {
        double field = SeamMeter.measure(GLOBE).ratio();
        double tile = seamRatio(new TileNormalizer());
        double rolling = seamRatio(RollingNormalizer.of(GLOBE, 20, workers));
        double global = seamRatio(GlobalNormalizer.of(GLOBE));
        // the staircase of the test field steps at every fifth cell, tile edges included, so its own ratio is near 5
        assertThat(field).isBetween(4.0, 6.0);
        assertThat(global).isCloseTo(field, within(0.3));
        assertThat(rolling).isCloseTo(field, within(0.5));
        assertThat(tile).isGreaterThan(3 * field);
    }

    @Test
    void the_rolling_score_at_a_tile_centre_is_that_of_its_own_window() {
        RollingNormalizer rolling = RollingNormalizer.of(GLOBE, 20, workers);
        for (TileId tile : List.of(new TileId(0, 0), new TileId(80, -180), new TileId(-90, 170))) {
            FloatGrid values = GlobalGrid.cut(GLOBE, tile);
            float[] z = rolling.scores(tile, values.values(), RobustStatistics.of(values.values()));
            double own =
                    rolling.scale(tile, RobustStatistics.of(values.values())).score(values.get(50, 50));
            assertThat(z[50 * 100 + 50]).isCloseTo((float) own, within(0.1f));
        }
    }
}
