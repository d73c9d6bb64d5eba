package org.geoanomaly.gam.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.junit.jupiter.api.Test;

/** One polynomial for all tiles. */
class RegionalSurfaceTest {
    private static final RegularMesh ANY =
            RegularMesh.of(new double[] {0, 0, 0}, 1, 1, new double[] {1, 1}, new double[] {1});
    private static final BoundingBox REGION = new BoundingBox(50, 51, 6, 8);
    private static final LocalFrame PLANE = new LocalFrame(50.5, 7);

    private static TileArea tile(double west) {
        BoundingBox core = new BoundingBox(50, 51, west, west + 1);
        return new TileArea("t" + west, core, Tiling.buffered(core, 20_000), new LocalFrame(50.5, west + 0.5), ANY);
    }

    /** A plane over the whole region, on another level in the tile's buffer alone were it not shared. */
    private static ProcessedData data(TileArea tile) {
        int side = 25;
        double[][] c = new double[5][side * side];
        double[] place = new double[2];
        for (int k = 0; k < side * side; k++) {
            int row = k / side;
            c[0][k] = (k % side - 12) * 5000.0;
            c[1][k] = (row - 12) * 5000.0;
            tile.frame().toGeographic(c[0][k], c[1][k], place);
            PLANE.toLocal(place[0], place[1], place);
            c[3][k] = 40 + 1e-4 * place[0] - 3e-4 * place[1];
            c[4][k] = 1;
        }
        Observations o = new Observations(c[0], c[1], c[2], c[3], c[4], Map.of());
        return new ProcessedData("gravity", "anomaly", Unit.MILLIGAL, o, null, 5000, null, List.of());
    }

    @Test
    void a_plane_over_the_region_is_removed_from_every_tile() {
        List<TileArea> tiles = List.of(tile(6), tile(7));
        List<Optional<ProcessedData>> all = new ArrayList<>();
        tiles.forEach(t -> all.add(Optional.of(data(t))));
        RegionView view = RegionView.of(REGION, tiles, all);
        RegionalSurface surface = RegionalSurface.of(view, 2);
        for (int t = 0; t < tiles.size(); t++) {
            ProcessedData left =
                    surface.removedFrom(all.get(t).orElseThrow(), tiles.get(t).frame());
            assertThat(Arrays.stream(left.observations().value())
                            .map(Math::abs)
                            .max()
                            .orElseThrow())
                    .isCloseTo(0, within(1e-6));
            assertThat(left.notes()).anySatisfy(n -> assertThat(n).contains("one for all tiles"));
        }
    }

    @Test
    void every_tile_contributes_what_is_its_own() {
        List<TileArea> tiles = List.of(tile(6), tile(7));
        RegionView view = RegionView.of(REGION, tiles, List.of(Optional.of(data(tiles.get(0))), Optional.empty()));
        assertThat(view.count(0)).isBetween(1, 25 * 25);
        assertThat(view.count(1)).isZero();
        assertThat(view.value()).hasSize(view.count(0));
    }
}
