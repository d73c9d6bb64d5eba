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
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.junit.jupiter.api.Test;

/** Tiles agree on their errors where they overlap. */
class SharedErrorsTest {
    private static final RegularMesh ANY =
            RegularMesh.of(new double[] {0, 0, 0}, 1, 1, new double[] {1, 1}, new double[] {1});
    private static final double SPACING = 5000;
    private static final int NODES = 31;

    /** A tile of one degree around (lat, lon), with a buffer of a sixth of a degree. */
    private static TileArea tile(double lat, double lon) {
        BoundingBox core = box(lat, lon, 0.5);
        BoundingBox extent = box(lat, lon, 0.67);
        return new TileArea("t" + lat + lon, core, extent, new LocalFrame(lat, lon), ANY);
    }

    private static BoundingBox box(double lat, double lon, double half) {
        return new BoundingBox(
                lat - half,
                lat + half,
                BoundingBox.normalizeLongitude(lon - half),
                BoundingBox.normalizeLongitude(lon + half));
    }

    /** Errors that grow eastwards, so many times as large as they are. */
    private static Optional<ProcessedData> data(TileArea tile, double factor) {
        int n = NODES * NODES;
        double[][] columns = new double[5][n];
        float[][] lattice = new float[3][n];
        double west = -0.5 * (NODES - 1) * SPACING;
        double[] place = new double[2];
        for (int k = 0; k < n; k++) {
            columns[0][k] = west + k % NODES * SPACING;
            int row = k / NODES;
            columns[1][k] = west + row * SPACING;
            tile.frame().toGeographic(columns[0][k], columns[1][k], place);
            columns[4][k] = factor * Math.exp(0.1 * Math.abs(place[0]));
            lattice[1][k] = (float) columns[4][k];
        }
        Observations o = new Observations(columns[0], columns[1], columns[2], columns[3], columns[4], Map.of());
        Lattice grid =
                new Lattice(new double[] {west, west}, SPACING, NODES, NODES, lattice[0], lattice[1], lattice[2]);
        return Optional.of(new ProcessedData("gravity", "anomaly", Unit.MILLIGAL, o, grid, SPACING, null, List.of()));
    }

    private static double[] factors(List<TileArea> tiles, double... levels) {
        List<Optional<ProcessedData>> data = new ArrayList<>();
        for (int t = 0; t < levels.length; t++) {
            data.add(data(tiles.get(t), levels[t]));
        }
        return SharedErrors.factors(tiles, data);
    }

    @Test
    void levels_that_differ_from_tile_to_tile_are_made_one_and_what_varies_in_the_ground_stays() {
        List<TileArea> tiles = List.of(tile(10, 20), tile(10, 21), tile(11, 20), tile(11, 21));
        double[] levels = {1.0, 2.0, 0.5, 1.5};
        double[] factors = factors(tiles, levels);
        double common = Math.exp(Arrays.stream(levels).map(Math::log).average().orElseThrow());
        for (int t = 0; t < levels.length; t++) {
            // the nearest node of another lattice is up to half a spacing away
            assertThat(factors[t] * levels[t]).as("tile " + t).isCloseTo(common, within(0.01));
        }
    }

    @Test
    void tiles_that_agree_stay_as_they_are() {
        List<TileArea> tiles = List.of(tile(-30, 179.6), tile(-30, -179.4));
        assertThat(factors(tiles, 3.0, 3.0)).containsExactly(new double[] {1.0, 1.0}, within(0.005));
    }

    @Test
    void tiles_far_apart_have_nothing_to_agree_on() {
        List<TileArea> tiles = List.of(tile(10, 20), tile(10, 40));
        assertThat(factors(tiles, 1.0, 5.0)).containsExactly(1.0, 1.0);
    }

    @Test
    void a_tile_without_data_has_no_say() {
        List<TileArea> tiles = List.of(tile(10, 20), tile(10, 21));
        assertThat(SharedErrors.factors(tiles, List.of(data(tiles.get(0), 2.0), Optional.empty())))
                .containsExactly(1.0, 1.0);
    }
}
