package org.geoanomaly.gam.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cell's value is 1000 times its latitude plus its longitude from 0 to 360, so that a cell tells where it was. */
class GridWindowTest {
    private static FloatGrid grid(double west, double step, int columns, int rows, Registration registration) {
        double north = registration == Registration.NODE ? (rows - 1) / 2.0 * step + step / 2 : rows * step / 2;
        GridGeometry g = new GridGeometry(Crs.WGS84, west, north, step, step, columns, rows, registration);
        float[] values = new float[g.size()];
        for (int i = 0; i < values.length; i++) {
            double longitude = ((g.x(i % columns) % 360) + 360) % 360;
            values[i] = (float) (1000 * g.y(i / columns) + longitude);
        }
        return new FloatGrid(g, Unit.MILLIGAL, values);
    }

    private static void cellsTellWhereTheyAre(FloatGrid window) {
        GridGeometry g = window.geometry();
        for (int r = 0; r < g.rows(); r++) {
            for (int c = 0; c < g.columns(); c++) {
                double longitude = ((g.x(c) % 360) + 360) % 360;
                float v = window.get(c, r);
                if (!Float.isNaN(v)) {
                    assertThat((double) v).isCloseTo(1000 * g.y(r) + longitude, within(0.05));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-180, -5, 5",
        "-180, 175, -175",
        "0, -5, 5",
        "0, 175, -175",
        "-180, -180, -170",
        "0, 170, 180",
        "20, 15, 25"
    })
    void a_globe_is_cut_anywhere_whatever_its_convention(double west, double left, double right) {
        FloatGrid globe = grid(west, 1, 360, 180, Registration.CELL);
        FloatGrid window =
                GridWindow.cut(globe, new BoundingBox(10, 20, left, right)).orElseThrow();

        GridGeometry g = window.geometry();
        assertThat(g.west()).isEqualTo(left - 1);
        assertThat(g.columns()).isEqualTo((int) (right < left ? right + 360 - left : right - left) + 2);
        assertThat(g.north()).isEqualTo(21);
        assertThat(g.rows()).isEqualTo(12);
        assertThat(window.values()).doesNotContain(Float.NaN);
        cellsTellWhereTheyAre(window);
    }

    @Test
    void a_repeated_meridian_is_not_counted_twice() {
        FloatGrid nodes = grid(-180.5, 1, 361, 181, Registration.NODE);
        FloatGrid window =
                GridWindow.cut(nodes, new BoundingBox(0, 5, 178, -178)).orElseThrow();

        assertThat(window.geometry().columns()).isBetween(6, 7);
        cellsTellWhereTheyAre(window);
    }

    @Test
    void the_whole_globe_stays_whole() {
        FloatGrid globe = grid(-180, 2, 180, 90, Registration.CELL);

        assertThat(GridWindow.cut(globe, BoundingBox.GLOBE).orElseThrow().values())
                .isEqualTo(globe.values());
    }

    @Test
    void a_patch_beyond_180_degrees_is_found_by_an_area_west_of_it() {
        FloatGrid pacific = grid(170, 0.5, 60, 40, Registration.CELL);
        FloatGrid window =
                GridWindow.cut(pacific, new BoundingBox(-2, 2, -178, -175)).orElseThrow();

        assertThat(window.geometry().west()).isEqualTo(-178.5);
        assertThat(window.geometry().columns()).isEqualTo(8);
        cellsTellWhereTheyAre(window);
    }

    @Test
    void a_belt_that_does_not_close_leaves_a_void_between_its_ends() {
        FloatGrid belt = grid(-179, 1, 358, 20, Registration.CELL);
        FloatGrid window =
                GridWindow.cut(belt, new BoundingBox(-2, 2, 175, -175)).orElseThrow();

        assertThat(window.geometry().west()).isEqualTo(174);
        assertThat(window.geometry().columns()).isEqualTo(12);
        assertThat(window.get(5, 0)).isNaN();
        assertThat(window.get(6, 0)).isNaN();
        assertThat(window.get(4, 0)).isNotNaN();
        assertThat(window.get(7, 0)).isNotNaN();
        cellsTellWhereTheyAre(window);
    }

    @Test
    void a_patch_elsewhere_gives_nothing() {
        FloatGrid patch = grid(10, 1, 10, 10, Registration.CELL);

        assertThat(GridWindow.cut(patch, new BoundingBox(-2, 2, 30, 40))).isEqualTo(Optional.empty());
        assertThat(GridWindow.cut(patch, new BoundingBox(20, 22, 10, 15))).isEqualTo(Optional.empty());
    }
}
