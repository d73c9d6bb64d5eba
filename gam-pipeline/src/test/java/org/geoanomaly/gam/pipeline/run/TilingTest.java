package org.geoanomaly.gam.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.junit.jupiter.api.Test;

/** Tiles cover a region once, wherever it lies. */
class TilingTest {
    private static final RegularMesh ANY =
            RegularMesh.of(new double[] {0, 0, 0}, 1, 1, new double[] {1, 1}, new double[] {1});

    private static List<TileArea> tiles(BoundingBox area, double size) {
        return Tiling.cut(area, size).stream()
                .map(b -> new TileArea(b.id(), b.core(), b.core(), new LocalFrame(0, 0), ANY))
                .toList();
    }

    private static void everyPlaceBelongsToOneTile(BoundingBox area, double size, int expected) {
        List<TileArea> tiles = tiles(area, size);
        assertThat(tiles).hasSize(expected);
        for (int i = 0; i < 200; i++) {
            double lat = area.south() + area.height() * i / 200;
            for (int j = 0; j < 200; j++) {
                double lon = BoundingBox.normalizeLongitude(area.west() + area.width() * j / 200);
                assertThat(tiles.stream().filter(t -> t.owns(lon, lat)).count())
                        .as("%s, %s", lon, lat)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void a_region_no_larger_than_a_tile_is_one_tile() {
        BoundingBox area = new BoundingBox(-26.4, -23.4, 25.6, 31.2);
        assertThat(Tiling.cut(area, 10)).singleElement().satisfies(b -> {
            assertThat(b.id()).isEqualTo("r00c00");
            assertThat(b.core()).isEqualTo(area);
        });
    }

    @Test
    void every_place_belongs_to_one_tile() {
        everyPlaceBelongsToOneTile(new BoundingBox(40, 44, 5, 9), 2, 4);
        everyPlaceBelongsToOneTile(new BoundingBox(-3, 4, -1, 6.5), 3, 9);
    }

    @Test
    void across_the_antimeridian_too() {
        everyPlaceBelongsToOneTile(new BoundingBox(-20, -14, 176, -176), 4, 4);
        everyPlaceBelongsToOneTile(new BoundingBox(-20, -16, 176, -176), 4, 2);
        assertThat(Tiling.cut(new BoundingBox(-20, -16, 176, -176), 4)
                        .get(1)
                        .core()
                        .west())
                .isEqualTo(-180);
    }

    @Test
    void a_buffer_is_as_wide_in_metres_on_every_side_at_the_steepest_latitude() {
        BoundingBox buffered = Tiling.buffered(new BoundingBox(58, 60, 5, 7), 111_195);
        assertThat(buffered.south()).isCloseTo(57, within(1e-9));
        assertThat(buffered.north()).isCloseTo(61, within(1e-9));
        assertThat(buffered.west()).isCloseTo(5 - 1 / Math.cos(Math.toRadians(61)), within(1e-9));
        assertThat(buffered.east()).isCloseTo(7 + 1 / Math.cos(Math.toRadians(61)), within(1e-9));
    }

    @Test
    void a_buffer_goes_over_the_antimeridian_and_stops_at_the_pole() {
        BoundingBox east = Tiling.buffered(new BoundingBox(-1, 1, 178, 179.9), 50_000);
        assertThat(east.crossesAntimeridian()).isTrue();
        assertThat(east.width()).isCloseTo(1.9 + 2 * 50_000 / 111_195.0 / Math.cos(Math.toRadians(1.45)), within(1e-3));
        BoundingBox pole = Tiling.buffered(new BoundingBox(85, 89.9, 0, 90), 50_000);
        assertThat(pole.north()).isEqualTo(90);
        assertThat(Tiling.buffered(new BoundingBox(80, 90, -180, 180), 50_000).width())
                .isEqualTo(360);
    }
}
