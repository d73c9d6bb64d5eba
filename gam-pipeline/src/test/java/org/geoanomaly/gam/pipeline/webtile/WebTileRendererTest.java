package org.geoanomaly.gam.pipeline.webtile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.junit.jupiter.api.Test;

class WebTileRendererTest {
    private static final int STEPS = 700;

    /** Integrates numerically with points on a lattice in longitude and latitude, by another form of the projection. */
    private static double[] integrate(FloatGrid grid, int zoom, long px, long py) {
        GridGeometry g = grid.geometry();
        double world = 256.0 * (1L << zoom);
        double west = px / world * 360 - 180;
        double east = (px + 1) / world * 360 - 180;
        double north = gudermannian(Math.PI - 2 * Math.PI * py / world);
        double south = gudermannian(Math.PI - 2 * Math.PI * (py + 1) / world);
        double sum = 0;
        int valid = 0;
        for (int j = 0; j < STEPS; j++) {
            int row = (int) Math.floor((g.north() - (north + (south - north) * (j + 0.5) / STEPS)) / g.dy());
            for (int i = 0; i < STEPS; i++) {
                int column = (int) Math.floor((west + (east - west) * (i + 0.5) / STEPS - g.west()) / g.dx());
                boolean inside = row >= 0 && row < g.rows() && column >= 0 && column < g.columns();
                if (inside && !Float.isNaN(grid.get(column, row))) {
                    sum += grid.get(column, row);
                    valid++;
                }
            }
        }
        return new double[] {sum / valid, valid / (double) (STEPS * STEPS)};
    }

    private static double gudermannian(double y) {
        return Math.toDegrees(2 * Math.atan(Math.exp(y)) - Math.PI / 2);
    }

    @Test
    void pixels_are_area_means_at_every_zoom() {
        Random random = new Random(11);
        int decided = 0;
        for (int round = 0; round < 240; round++) {
            int zoom = 2 + round % 8;
            double west = Math.round(random.nextDouble() * 3550 - 1800) / 10.0;
            double north = Math.round(random.nextDouble() * 1650 - 800) / 10.0;
            FloatGrid grid = SampleGrids.rough(west, north, 50, 40, round % 3 == 0 ? 0 : 0.3, round);
            long world = WebMercator.pixels(zoom);
            long px = (long) ((west + 180 + random.nextDouble() * 5) / 360 * world);
            double lat = Math.toRadians(north - random.nextDouble() * 4);
            double merc = Math.log(Math.tan(Math.PI / 4 + lat / 2));
            long py = (long) ((1 - merc / Math.PI) / 2 * world);
            double[] expected = integrate(grid, zoom, px, py);
            float[] tile = new WebTileRenderer(grid).render(zoom, (int) (px / 256), (int) (py / 256));
            float value = tile[(int) (py % 256) * 256 + (int) (px % 256)];
            if (Math.abs(expected[1] - 0.5) < 3.0 / STEPS) {
                continue; // the lattice cannot tell which side of one half the coverage is on
            }
            String what = "zoom " + zoom + " pixel " + px + "," + py + " of a grid at " + west + "," + north;
            assertThat(Float.isNaN(value)).as(what).isEqualTo(expected[1] < 0.5);
            if (expected[1] >= 0.5) {
                assertThat((double) value).as(what).isCloseTo(expected[0], within(0.03));
                assertThat(Math.abs(WebTileScale.FUSED_Z.code(value) - WebTileScale.FUSED_Z.code(expected[0])))
                        .as(what)
                        .isLessThanOrEqualTo(1);
                decided++;
            }
        }
        assertThat(decided).isGreaterThan(120);
    }

    @Test
    void a_constant_stays_exactly_itself_next_to_holes_and_edges() {
        FloatGrid grid = SampleGrids.rough(-20, 30, 200, 150, 0.2, 4);
        for (int i = 0; i < grid.values().length; i++) {
            grid.values()[i] = Float.isNaN(grid.values()[i]) ? Float.NaN : 2.75f;
        }
        for (int zoom = 0; zoom <= 7; zoom++) {
            int x = (int) ((-12.0 + 180) / 360 * (1 << zoom));
            int y = (int) (0.43 * (1 << zoom));
            int valid = 0;
            for (float v : new WebTileRenderer(grid).render(zoom, x, y)) {
                assertThat(Float.isNaN(v) || Math.abs(v - 2.75f) < 1e-6f).isTrue();
                valid += Float.isNaN(v) ? 0 : 1;
            }
            assertThat(valid).as("zoom %s", zoom).isPositive();
        }
    }

    /** A grid that ends in the middle of a pixel. */
    @Test
    void exactly_half_a_pixel_is_enough() {
        GridGeometry half = new GridGeometry(Crs.WGS84, 0.5 * 360 / 512, 10, 360.0 / 1024, 1, 1, 20, Registration.CELL);
        float[] values = new float[20];
        java.util.Arrays.fill(values, 3);
        float[] tile = new WebTileRenderer(new FloatGrid(half, Unit.DIMENSIONLESS, values)).render(1, 1, 1);
        assertThat(tile[0]).isEqualTo(3);
        assertThat(tile[1]).isNaN();
    }

    @Test
    void the_globe_has_no_seam_and_no_empty_edge() {
        float[] ones = new float[3600 * 1800];
        java.util.Arrays.fill(ones, 1);
        WebTileRenderer renderer = new WebTileRenderer(SampleGrids.grid(-180, 90, 3600, 1800, ones));
        for (int[] t : new int[][] {{0, 0, 0}, {3, 0, 0}, {3, 7, 7}, {7, 127, 64}, {7, 0, 127}}) {
            for (float v : renderer.render(t[0], t[1], t[2])) {
                assertThat(v).isEqualTo(1f, within(1e-6f));
            }
        }
    }

    @Test
    void tiles_away_from_the_grid_are_known_without_rendering() {
        WebTileRenderer renderer = new WebTileRenderer(SampleGrids.rough(10, 50, 20, 20, 0, 1));
        assertThat(renderer.touches(0, 0, 0)).isTrue();
        assertThat(renderer.touches(1, 0, 0)).isFalse();
        assertThat(renderer.touches(1, 1, 1)).isFalse();
        assertThat(renderer.render(1, 1, 1)).containsOnly(Float.NaN);
    }

    @Test
    void grids_in_metres_or_beyond_the_antimeridian_are_refused() {
        GridGeometry metres = new GridGeometry(Crs.UNKNOWN, 0, 0, 1, 1, 2, 2, Registration.CELL);
        assertThatThrownBy(() -> new WebTileRenderer(new FloatGrid(metres, Unit.DIMENSIONLESS, new float[4])))
                .isInstanceOf(IllegalArgumentException.class);
        FloatGrid wide = SampleGrids.rough(0, 10, 3600, 2, 0, 1);
        assertThatThrownBy(() -> new WebTileRenderer(wide)).isInstanceOf(IllegalArgumentException.class);
    }
}
