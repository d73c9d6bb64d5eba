package org.geoanomaly.gam.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tiles come together on one grid of longitude and latitude. */
class RegionSamplingTest {
    private static final Workers WORKERS = new Workers(2);
    private static final BoundingBox AREA = new BoundingBox(10, 12, 20, 24);
    private static final RegularMesh MESH = RegularMesh.of(
            new double[] {-250_000, -150_000, 0}, 50, 30, new double[] {10_000, 10_000}, new double[] {1000, 2000});

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static List<TileArea> two() {
        return Tiling.cut(AREA, 2).stream()
                .map(b -> new TileArea(b.id(), b.core(), b.core(), new LocalFrame(11, Tiling.middle(b.core())), MESH))
                .toList();
    }

    private static Lattice lattice(float[] values) {
        return new Lattice(new double[] {-245_000, -145_000}, 10_000, 50, 30, values, values, values);
    }

    private static float[] ofNodes(double perEast, double perNorth) {
        float[] values = new float[1500];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) (perEast * (-245_000 + 10_000.0 * (n % 50))
                    + perNorth * (-145_000 + 10_000.0 * Math.floorDiv(n, 50)));
        }
        return values;
    }

    @Test
    void a_linear_field_is_exact_between_nodes_and_each_cell_comes_from_its_own_tile() {
        List<TileArea> tiles = two();
        RegionSampling sampling = RegionSampling.of(AREA, 0.1, tiles, WORKERS);
        assertThat(sampling.geometry().columns()).isEqualTo(40);
        assertThat(sampling.geometry().rows()).isEqualTo(20);
        float[] values = ofNodes(1e-4, 3e-4);
        RegionSampling.LatticeValues both = new RegionSampling.LatticeValues(lattice(values), values);
        float[] sampled = sampling.ofLattices(List.of(Optional.of(both), Optional.of(both)), WORKERS);
        double[] out = new double[2];
        for (int c = 0; c < sampled.length; c++) {
            int column = c % 40;
            double lon = 20 + 0.1 * (column + 0.5);
            double lat = 12 - 0.1 * (Math.floorDiv(c, 40) + 0.5);
            tiles.get(column < 20 ? 0 : 1).frame().toLocal(lon, lat, out);
            assertThat(sampled[c]).isCloseTo((float) (1e-4 * out[0] + 3e-4 * out[1]), within(1e-4f));
        }
    }

    @Test
    void a_tile_without_a_result_is_a_gap_and_a_missing_node_is_not_filled() {
        RegionSampling sampling = RegionSampling.of(AREA, 0.1, two(), WORKERS);
        float[] values = ofNodes(0, 0);
        values[15 * 50 + 25] = Float.NaN; // 5 km east and north of the western tile's centre
        float[] sampled = sampling.ofLattices(
                List.of(Optional.of(new RegionSampling.LatticeValues(lattice(values), values)), Optional.empty()),
                WORKERS);
        assertThat(sampled[10 * 40 + 30]).isNaN();
        assertThat(sampled[9 * 40 + 10])
                .as("the cell whose nearest node is missing")
                .isNaN();
        assertThat(sampled[9 * 40 + 9]).isZero();
    }

    @Test
    void a_model_is_that_of_the_cell_below() {
        RegionSampling sampling = RegionSampling.of(AREA, 0.1, two(), WORKERS);
        float[] values = new float[MESH.cells()];
        for (int c = 0; c < values.length; c++) {
            values[c] = c;
        }
        RegionSampling.MeshValues mesh = new RegionSampling.MeshValues(MESH, values);
        float[] sampled = sampling.ofMeshes(List.of(Optional.of(mesh), Optional.empty()), 2, WORKERS);
        assertThat(sampled).hasSize(2 * 800);
        // 11.05 N, 21.05 E: about 5.5 km east and north of the centre of the western tile
        assertThat(sampled[9 * 40 + 10]).isEqualTo(MESH.index(25, 15, 0));
        assertThat(sampled[800 + 9 * 40 + 10]).isEqualTo(MESH.index(25, 15, 1));
        assertThat(sampled[9 * 40 + 30]).isNaN();
    }
}
