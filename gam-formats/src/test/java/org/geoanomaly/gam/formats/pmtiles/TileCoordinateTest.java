package org.geoanomaly.gam.formats.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileCoordinateTest {
    /** The table of section 4.1 of the specification. */
    @ParameterizedTest
    @CsvSource({"0,0,0,0", "1,0,0,1", "1,0,1,2", "1,1,1,3", "1,1,0,4", "2,0,0,5", "12,3423,1763,19078479"})
    void ids_are_those_of_the_specification(int z, int x, int y, long id) {
        assertThat(new TileCoordinate(z, x, y).id()).isEqualTo(id);
        assertThat(TileCoordinate.ofId(id)).isEqualTo(new TileCoordinate(z, x, y));
    }

    @Test
    void consecutive_ids_of_a_zoom_are_neighbours() {
        for (long id = TileCoordinate.firstId(6); id < TileCoordinate.firstId(7) - 1; id++) {
            TileCoordinate a = TileCoordinate.ofId(id);
            TileCoordinate b = TileCoordinate.ofId(id + 1);
            assertThat(Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y()))
                    .as("%s to %s", a, b)
                    .isEqualTo(1);
        }
    }

    @Property(tries = 2000)
    void id_and_back_is_the_same_tile(
            @ForAll @IntRange(min = 0, max = TileCoordinate.MAX_ZOOM) int z, @ForAll int x, @ForAll int y) {
        int mask = (1 << z) - 1;
        TileCoordinate tile = new TileCoordinate(z, x & mask, y & mask);
        assertThat(TileCoordinate.ofId(tile.id())).isEqualTo(tile);
    }

    @Test
    void zooms_change_exactly_at_their_first_id() {
        for (int z = 1; z <= TileCoordinate.MAX_ZOOM; z++) {
            assertThat(TileCoordinate.zoomOf(TileCoordinate.firstId(z))).isEqualTo(z);
            assertThat(TileCoordinate.zoomOf(TileCoordinate.firstId(z) - 1)).isEqualTo(z - 1);
        }
    }

    @Test
    void impossible_tiles_are_refused() {
        assertThatThrownBy(() -> new TileCoordinate(3, 8, 0)).hasMessageContaining("3/8/0");
        assertThatThrownBy(() -> new TileCoordinate(31, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TileCoordinate.ofId(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
