package org.geoanomaly.gam.geophysics.deformation.los;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Thins out dense data by where they vary: a square is divided in four as long as the variance of its values about their mean exceeds a
 * threshold (Jónsson et al. 2002, "Fault slip distribution of the 1999 Mw 7.1 Hector Mine earthquake", Bull. Seism. Soc. Am. 92, 1377–1389).
 * For pixels of a raster as for scattered points. Immutable.
 */
public final class LosQuadtree {
    private static final int DEEPEST = 24;

    private final int[] leaf;
    private final int[] count;

    private LosQuadtree(int[] leaf, int[] count) {
        this.leaf = leaf;
        this.count = count;
    }

    /**
     * When to divide a square.
     *
     * @param variance divided above it, m²
     * @param smallest side that a square keeps in any case, m
     * @param largest side that is always divided, m; infinity for none
     */
    public record Rule(double variance, double smallest, double largest) {
        public Rule {
            if (!(variance >= 0.0) || !(smallest > 0.0) || !(largest >= smallest)) {
                throw new IllegalArgumentException(
                        "a quadtree needs a variance and sides with 0 < smallest <= largest: " + variance + ", "
                                + smallest + ", " + largest);
            }
        }
    }

    /**
     * Divides.
     *
     * @param easting m
     * @param northing m
     * @param value m, none NaN
     */
    public static LosQuadtree of(double[] easting, double[] northing, double[] value, Rule rule) {
        int n = value.length;
        if (easting.length != n || northing.length != n) {
            throw new IllegalArgumentException("places and values differ in number");
        }
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        int[] leaf = new int[n];
        List<Integer> counts = new ArrayList<>();
        Deque<double[]> squares = new ArrayDeque<>();
        if (n > 0) {
            squares.push(start(easting, northing, n));
        }
        while (!squares.isEmpty()) {
            double[] s = squares.pop();
            int from = (int) s[3];
            int to = (int) s[4];
            boolean whole = s[2] <= 2.0 * rule.smallest() * (1.0 - 1e-12) || s[5] >= DEEPEST || to - from == 1;
            if (whole || (s[2] <= rule.largest() && variance(order, from, to, value) <= rule.variance())) {
                for (int k = from; k < to; k++) {
                    leaf[order[k]] = counts.size();
                }
                counts.add(to - from);
            } else {
                divide(s, order, easting, northing, squares);
            }
        }
        return new LosQuadtree(leaf, counts.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Divides with the smallest variance that leaves at most so many squares, within a hundredth.
     *
     * @param rule whose variance is the least that is tried
     */
    public static LosQuadtree ofAtMost(double[] easting, double[] northing, double[] value, Rule rule, int most) {
        LosQuadtree finest = of(easting, northing, value, rule);
        if (finest.size() <= most) {
            return finest;
        }
        double mean = Arrays.stream(value).average().orElse(0);
        double high =
                Arrays.stream(value).map(v -> (v - mean) * (v - mean)).max().orElse(0) + rule.variance();
        double low = Math.max(rule.variance(), 1e-12 * high);
        LosQuadtree best = of(easting, northing, value, new Rule(high, rule.smallest(), rule.largest()));
        while (high / low > 1.01) {
            double middle = Math.sqrt(low * high);
            LosQuadtree tried = of(easting, northing, value, new Rule(middle, rule.smallest(), rule.largest()));
            if (tried.size() <= most) {
                high = middle;
                best = tried;
            } else {
                low = middle;
            }
        }
        return best;
    }

    /** West, south and side of a square, the part of the order that is in it, and how often it was divided. */
    private static double[] start(double[] easting, double[] northing, int n) {
        double west = Arrays.stream(easting).min().orElse(0);
        double south = Arrays.stream(northing).min().orElse(0);
        double side = Math.max(
                Arrays.stream(easting).max().orElse(0) - west,
                Arrays.stream(northing).max().orElse(0) - south);
        return new double[] {west, south, side, 0, n, 0};
    }

    private static void divide(double[] s, int[] order, double[] easting, double[] northing, Deque<double[]> squares) {
        int from = (int) s[3];
        int to = (int) s[4];
        double half = 0.5 * s[2];
        int middle = partition(order, from, to, northing, s[1] + half);
        int lower = partition(order, from, middle, easting, s[0] + half);
        int upper = partition(order, middle, to, easting, s[0] + half);
        double[][] parts = {
            {s[0] + half, s[1] + half, half, upper, to, s[5] + 1},
            {s[0], s[1] + half, half, middle, upper, s[5] + 1},
            {s[0] + half, s[1], half, lower, middle, s[5] + 1},
            {s[0], s[1], half, from, lower, s[5] + 1},
        };
        for (double[] part : parts) {
            if (part[4] > part[3]) {
                squares.push(part);
            }
        }
    }

    /** Brings places below a limit to the front, keeping the order on both sides. */
    private static int partition(int[] order, int from, int to, double[] place, double limit) {
        int[] rest = new int[to - from];
        int kept = from;
        int behind = 0;
        for (int k = from; k < to; k++) {
            if (place[order[k]] < limit) {
                order[kept++] = order[k];
            } else {
                rest[behind++] = order[k];
            }
        }
        System.arraycopy(rest, 0, order, kept, behind);
        return kept;
    }

    private static double variance(int[] order, int from, int to, double[] value) {
        double mean = 0;
        for (int k = from; k < to; k++) {
            mean += value[order[k]];
        }
        mean /= to - from;
        double sum = 0;
        for (int k = from; k < to; k++) {
            double d = value[order[k]] - mean;
            sum += d * d;
        }
        return sum / (to - from);
    }

    /** Number of squares with data. */
    public int size() {
        return count.length;
    }

    /** The square of a datum. */
    public int leaf(int datum) {
        return leaf[datum];
    }

    /** How many data are in a square. */
    public int count(int square) {
        return count[square];
    }

    /** The mean of a column in each square: of values, of places, of components of look vectors. */
    public double[] mean(double[] column) {
        double[] out = new double[count.length];
        for (int i = 0; i < leaf.length; i++) {
            out[leaf[i]] += column[i] / count[leaf[i]];
        }
        return out;
    }
}
