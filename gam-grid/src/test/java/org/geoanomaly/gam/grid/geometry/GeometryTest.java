package org.geoanomaly.gam.grid.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.geoanomaly.gam.grid.error.GamException;
import org.junit.jupiter.api.Test;

class GeometryTest {
    @Test
    void there_are_648_tiles_named_by_their_south_west_corner() {
        assertThat(TileId.all()).hasSize(648).doesNotHaveDuplicates().isSorted();
        assertThat(new TileId(30, 120).name()).isEqualTo("t_N30_E120");
        assertThat(new TileId(-10, -170).name()).isEqualTo("t_S10_W170");
        assertThat(new TileId(0, 0).name()).isEqualTo("t_N00_E000");
        TileId.all().forEach(t -> assertThat(TileId.parse(t.name())).isEqualTo(t));
    }

    @Test
    void names_of_no_tile_are_refused() {
        for (String name :
                new String[] {"t_N90_E000", "t_S00_E000", "t_N00_W000", "t_N05_E010", "N30_E120", "t_N30_E180"}) {
            assertThatThrownBy(() -> TileId.parse(name))
                    .isInstanceOf(GamException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void a_box_may_cross_the_antimeridian() {
        BoundingBox fiji = BoundingBox.parse("-20, -10, 175, -175");
        assertThat(fiji.crossesAntimeridian()).isTrue();
        assertThat(fiji.width()).isEqualTo(10);
        assertThat(fiji.intersects(new TileId(-20, 170).bounds())).isTrue();
        assertThat(fiji.intersects(new TileId(-20, -180).bounds())).isTrue();
        assertThat(fiji.intersects(new TileId(-20, 160).bounds())).isFalse();
        assertThat(fiji.intersects(new TileId(-10, 170).bounds())).isFalse();
    }

    @Test
    void an_impossible_box_says_the_order() {
        for (String box :
                new String[] {"40,30,120,130", "1,2,3", "1,2,x,4", "-95,0,0,1", "0,1,5,5", "0,1,0,400", "NaN,1,0,1"}) {
            assertThatThrownBy(() -> BoundingBox.parse(box))
                    .isInstanceOf(GamException.class)
                    .hasMessageContaining("south, north, west, east");
        }
    }

    @Test
    void node_grids_are_given_by_their_outer_nodes() {
        GridGeometry g = GridGeometry.ofNodes(Crs.WGS84, 0, 360, -90, 90, 3601, 1801);
        assertThat(g.dx()).isEqualTo(0.1);
        assertThat(g.x(0)).isEqualTo(0);
        assertThat(g.y(1800)).isCloseTo(-90, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(g.geotransform()).containsExactly(-0.05, 0.1, 0, 90.05, 0, -0.1);
    }
}
