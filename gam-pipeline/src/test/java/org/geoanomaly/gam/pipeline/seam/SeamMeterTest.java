package org.geoanomaly.gam.pipeline.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;
import org.junit.jupiter.api.Test;

class SeamMeterTest {
    @Test
    void a_single_raised_tile_is_found_with_its_step() {
        FloatGrid globe = GlobalGrid.empty(Unit.DIMENSIONLESS);
        for (int i = 0; i < globe.values().length; i++) {
            globe.values()[i] = (i / GlobalGrid.COLUMNS + i % GlobalGrid.COLUMNS) % 2; // checkerboard: every jump is 1
        }
        TileId raised = new TileId(30, 120);
        for (int r = 0; r < 100; r++) {
            for (int c = 0; c < 100; c++) {
                globe.values()[(GlobalGrid.row(raised) + r) * GlobalGrid.COLUMNS + GlobalGrid.column(raised) + c] += 10;
            }
        }
        SeamStatistics s = SeamMeter.measure(globe);
        assertThat(s.edges())
                .isEqualTo(648 + 612); // each tile has an eastern neighbour, all but the last row a southern
        assertThat(s.interiorMean()).isCloseTo(1, within(1e-12));
        assertThat(s.worst()).contains("t_N30_E120");
        assertThat(s.worstMean()).isCloseTo(10, within(1e-9));
        assertThat(s.mean()).isCloseTo(1 + 4 * 9.0 / 1260, within(1e-9));
    }

    @Test
    void voids_take_no_part() {
        FloatGrid globe = GlobalGrid.empty(Unit.DIMENSIONLESS);
        SeamStatistics none = SeamMeter.measure(globe);
        assertThat(none.edges()).isZero();
        assertThat(none.ratio()).isNaN();
        TileId a = new TileId(-10, 170);
        TileId b = new TileId(-10, -180);
        for (TileId t : new TileId[] {a, b}) {
            for (int i = 0; i < 100; i++) {
                globe.values()[
                                (GlobalGrid.row(t) + i) * GlobalGrid.COLUMNS
                                        + GlobalGrid.column(t)
                                        + (t.equals(a) ? 99 : 0)] =
                        t.equals(a) ? 2 : 5;
            }
        }
        SeamStatistics s = SeamMeter.measure(globe);
        assertThat(s.edges()).isEqualTo(1);
        assertThat(s.worst()).isEqualTo("t_S10_E170|t_S10_W180");
        assertThat(s.mean()).isEqualTo(3);
    }
}
