package org.geoanomaly.gam.geophysics.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.anomaly.CellBodies.CellBody;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.junit.jupiter.api.Test;

/** Bodies of cells against floods by the definition, blocks of known size, and tables of the normal distribution. */
class AnomalyTest {
    private static final RegularMesh MESH = RegularMesh.of(
            new double[] {0, 0, 0}, 30, 24, new double[] {1000, 1000}, new double[] {500, 600, 700, 800, 900});

    @Test
    void peaks_survive_if_no_path_to_a_higher_cell_stays_above_half_their_height() {
        int nx = 9;
        int ny = 8;
        int nz = 4;
        SplittableRandom random = new SplittableRandom(4);
        int bodies = 0;
        for (int run = 0; run < 200; run++) {
            float[] height = new float[nx * ny * nz];
            for (int c = 0; c < height.length; c++) {
                // many equal heights, and mostly none, so that ties and separate components occur
                height[c] = Math.max(0, random.nextInt(60) - 40);
            }
            int[] found = ProminentPeaks.of(height, nx, ny, nz);
            BitSet peaks = new BitSet();
            for (int c = 0; c < found.length; c++) {
                assertTrue(found[c] < 0 || height[c] >= 0.5 * height[found[c]], "run " + run);
                if (found[c] >= 0) {
                    peaks.set(found[c]);
                }
            }
            for (int c = 0; c < height.length; c++) {
                boolean expected = height[c] > 0 && survives(height, c, nx, ny);
                assertEquals(expected, peaks.get(c), "run " + run + " cell " + c + " height " + height[c]);
            }
            bodies += peaks.cardinality();
        }
        assertTrue(bodies > 400, "bodies: " + bodies);
    }

    private static boolean survives(float[] height, int start, int nx, int ny) {
        boolean[] seen = new boolean[height.length];
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        while (!open.isEmpty()) {
            int c = open.pop();
            if (height[c] > height[start] || (height[c] == height[start] && c < start)) {
                return false;
            }
            for (int o = 0; o < height.length; o++) {
                boolean near = Math.abs(o % nx - c % nx) <= 1
                        && Math.abs(o / nx % ny - c / nx % ny) <= 1
                        && Math.abs(o / (nx * ny) - c / (nx * ny)) <= 1;
                if (near && !seen[o] && height[o] > 0 && height[o] >= 0.5f * height[start]) {
                    seen[o] = true;
                    open.push(o);
                }
            }
        }
        return true;
    }

    /** Blocks of equal value in a quiet model. */
    private static List<CellBody> bodies(double threshold, int fewest, double[]... blocks) {
        float[] value = new float[MESH.cells()];
        float[] deviation = new float[MESH.cells()];
        Arrays.fill(deviation, 1);
        LayerBackground.Collector collector = new LayerBackground.Collector(MESH.nz());
        for (int k = 0; k < MESH.nz(); k++) {
            for (int j = 0; j < MESH.ny(); j++) {
                for (int i = 0; i < MESH.nx(); i++) {
                    for (double[] b : blocks) {
                        boolean in = i >= b[0] && i < b[1] && j >= b[2] && j < b[3] && k >= b[4] && k < b[5];
                        value[MESH.index(i, j, k)] += in ? (float) b[6] : 0;
                    }
                    collector.add(k, value[MESH.index(i, j, k)]);
                }
            }
        }
        return CellBodies.find(MESH, value, deviation, collector.build(), new CellBodies.Limits(threshold, fewest));
    }

    @Test
    void size_and_depth_of_a_block_are_its_own() {
        List<CellBody> found = bodies(3, 1, new double[] {3, 9, 5, 8, 1, 3, 10});
        assertEquals(1, found.size());
        CellBody b = found.get(0);
        assertEquals(1, b.sign());
        assertEquals(6 * 3 * 2, b.cells());
        assertEquals(18e6 * 1300, b.volume(), 1);
        assertEquals(500, b.depthTop());
        assertEquals(1800, b.depthBottom());
        assertEquals(1150, b.depthCentre(), 1e-9);
        // the caliper's directions are 22.5 degrees apart: the diagonal of 6 x 3 km lies 4 degrees off the next one
        assertEquals(Math.hypot(6000, 3000), b.extent(), 20);
        assertEquals(10, b.score(), 1e-5);
    }

    @Test
    void positive_and_negative_neighbours_are_two_bodies() {
        List<CellBody> found = bodies(3, 1, new double[] {3, 9, 5, 8, 1, 3, 10}, new double[] {9, 12, 5, 8, 1, 3, -9});
        assertEquals(List.of(1, -1), found.stream().map(CellBody::sign).toList());
    }

    @Test
    void blocks_joined_by_a_low_bridge_are_two_and_by_a_high_one_are_one() {
        double[] left = {2, 6, 5, 9, 0, 2, 10};
        double[] right = {10, 14, 5, 9, 0, 2, 8};
        assertEquals(
                2,
                bodies(3, 1, left, right, new double[] {6, 10, 6, 8, 0, 2, 3.9}).size());
        assertEquals(
                1,
                bodies(3, 1, left, right, new double[] {6, 10, 6, 8, 0, 2, 4.1}).size());
    }

    @Test
    void corners_connect() {
        double[] a = {2, 4, 2, 4, 0, 2, 10};
        assertEquals(1, bodies(3, 1, a, new double[] {4, 6, 4, 6, 2, 4, 10}).size());
        assertEquals(2, bodies(3, 1, a, new double[] {5, 7, 5, 7, 2, 4, 10}).size());
    }

    @Test
    void what_is_small_or_weak_is_left_out() {
        double[] block = {2, 4, 2, 3, 0, 1, 10};
        assertEquals(1, bodies(3, 2, block).size());
        assertEquals(0, bodies(3, 3, block).size());
        assertEquals(0, bodies(10.5, 1, block).size());
    }

    @Test
    void a_swing_beside_a_strong_body_is_no_body_but_far_away_it_is() {
        double[] strong = {3, 7, 5, 9, 0, 3, 100};
        assertEquals(
                1, bodies(3, 1, strong, new double[] {8, 10, 5, 9, 0, 3, -15}).size());
        assertEquals(
                2, bodies(3, 1, strong, new double[] {22, 25, 5, 9, 0, 3, -15}).size());
        assertEquals(
                2, bodies(3, 1, strong, new double[] {8, 10, 5, 9, 0, 3, -25}).size());
        assertEquals(
                2, bodies(3, 1, strong, new double[] {9, 11, 5, 9, 0, 3, 15}).size());
    }

    @Test
    void unknown_cells_belong_to_nothing() {
        float[] value = new float[MESH.cells()];
        Arrays.fill(value, Float.NaN);
        LayerBackground.Collector collector = new LayerBackground.Collector(MESH.nz());
        IntStream.range(0, MESH.cells()).forEach(c -> collector.add(0, value[c]));
        LayerBackground background = collector.build();
        assertEquals(0, background.columns());
        assertEquals(
                0,
                CellBodies.find(MESH, value, value, background, new CellBodies.Limits(3, 1))
                        .size());
    }

    @Test
    void the_usual_is_the_median_and_the_robust_spread_of_a_layer() {
        LayerBackground.Collector collector = new LayerBackground.Collector(2);
        SplittableRandom random = new SplittableRandom(8);
        for (int n = 0; n < 20_000; n++) {
            // a tenth of the layer is a strong body: it must not count
            collector.add(0, n % 10 == 0 ? 500 : (float) (7 + 2 * random.nextGaussian()));
            collector.add(1, n < 15 ? 1 : Float.NaN);
        }
        LayerBackground b = collector.build();
        assertEquals(7.3, b.centre(0), 0.1);
        assertEquals(2.3, b.spread(0), 0.15);
        assertEquals(0, b.spread(1), "too few cells for a spread");
        assertEquals((20 - b.centre(0)) / Math.max(b.spread(0), 3), b.score(0, 20, 3), 1e-12);
        assertEquals((20 - b.centre(0)) / 50, b.score(0, 20, 50), 1e-12);
        assertEquals((20 - b.centre(0)) / 3, b.certainty(0, 20, 3), 1e-12);
        assertEquals(20_000, b.columns());
    }

    @Test
    void p_values_are_those_of_tables() {
        double[][] table = {
            {0, 1},
            {1, 0.3173105079},
            {1.959963985, 0.05},
            {3, 0.002699796063},
            {5, 5.733031438e-7},
            {8, 1.244192115e-15}
        };
        for (double[] row : table) {
            assertEquals(row[1], FamilywiseConfidence.twoSided(row[0]), 3e-7 * row[1]);
        }
    }

    @Test
    void confidence_grows_with_the_score_and_falls_with_the_number_of_values() {
        double before = -1;
        for (double z = 0; z < 9; z += 0.25) {
            double now = FamilywiseConfidence.of(z, 1000);
            assertTrue(now >= before && now <= 1, "z " + z);
            assertEquals(now, FamilywiseConfidence.of(-z, 1000));
            assertTrue(now <= FamilywiseConfidence.of(z, 100));
            before = now;
        }
        assertEquals(0.95, FamilywiseConfidence.of(1.959963985, 1), 1e-7);
        assertEquals(0, FamilywiseConfidence.of(Double.NaN, 5));
    }

    @Test
    void the_largest_of_many_ordinary_values_is_rarely_certain() {
        SplittableRandom random = new SplittableRandom(2);
        int certain = 0;
        for (int run = 0; run < 2000; run++) {
            double largest = 0;
            for (int n = 0; n < 500; n++) {
                largest = Math.max(largest, Math.abs(random.nextGaussian()));
            }
            certain += FamilywiseConfidence.of(largest, 500) > 0.9 ? 1 : 0;
        }
        // one in ten by construction; 2000 runs scatter by 0.7 %
        assertEquals(0.10, certain / 2000.0, 0.03);
    }

    @Test
    void limits_must_be_positive() {
        assertThrows(IllegalArgumentException.class, () -> new CellBodies.Limits(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new CellBodies.Limits(3, 0));
    }
}
