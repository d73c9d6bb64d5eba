package org.geoanomaly.gam.geophysics.deformation.los;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LosQuadtreeTest {
    private static final int SIDE = 128;
    private final double[] e = new double[SIDE * SIDE];
    private final double[] n = new double[SIDE * SIDE];
    private final double[] v = new double[SIDE * SIDE];

    LosQuadtreeTest() {
        for (int i = 0; i < v.length; i++) {
            e[i] = 100.0 * (i % SIDE);
            n[i] = 100.0 * Math.floorDiv(i, SIDE);
            v[i] = Math.exp(-(Math.pow(e[i] - 3000, 2) + Math.pow(n[i] - 9000, 2)) / 1e6);
        }
    }

    @Test
    void every_square_varies_less_than_it_may_or_is_the_smallest() {
        LosQuadtree tree = LosQuadtree.of(e, n, v, new LosQuadtree.Rule(1e-4, 200, 4000));
        double[] mean = tree.mean(v);
        double[] variance = new double[tree.size()];
        int[] count = new int[tree.size()];
        for (int i = 0; i < v.length; i++) {
            variance[tree.leaf(i)] += Math.pow(v[i] - mean[tree.leaf(i)], 2);
            count[tree.leaf(i)]++;
        }
        for (int s = 0; s < tree.size(); s++) {
            assertThat(tree.count(s)).isEqualTo(count[s]);
            assertThat(variance[s] / count[s] <= 1e-4 || count[s] <= 16).isTrue();
            assertThat(count[s]).isLessThanOrEqualTo(40 * 40);
        }
        double total = 0;
        for (int s = 0; s < tree.size(); s++) {
            total += mean[s] * count[s];
        }
        assertThat(total).isCloseTo(Arrays.stream(v).sum(), within(1e-9 * v.length));
        // fine where the bump is, coarse elsewhere
        int at = 90 * SIDE + 40;
        assertThat(tree.count(tree.leaf(at))).isLessThan(tree.count(tree.leaf(20 * SIDE + 110)));
    }

    @Test
    void so_many_squares_as_wanted() {
        LosQuadtree tree = LosQuadtree.ofAtMost(e, n, v, new LosQuadtree.Rule(0, 100, 1e9), 300);
        assertThat(tree.size()).isBetween(200, 300);
        double[] where = tree.mean(e);
        assertThat(Arrays.stream(where).max().orElse(0)).isLessThan(100.0 * SIDE);
    }

    @Test
    void points_anywhere_and_the_same_twice() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = random.doubles(500, 0, 1000).toArray();
        double[] y = random.doubles(500, 0, 1000).toArray();
        x[1] = x[0];
        y[1] = y[0];
        double[] z = random.doubles(500).toArray();
        LosQuadtree tree = LosQuadtree.of(x, y, z, new LosQuadtree.Rule(0, 1e-9, 1e9));
        assertThat(tree.size()).isBetween(499, 500);
        assertThat(LosQuadtree.of(new double[0], new double[0], new double[0], new LosQuadtree.Rule(0, 1, 1))
                        .size())
                .isZero();
    }
}
