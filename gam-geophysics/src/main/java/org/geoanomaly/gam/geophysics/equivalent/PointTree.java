package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;

/**
 * A quadtree over points, its nodes in arrays. Points are kept in Morton order, so a node is a range. Coordinates are divided by a unit of length
 * and taken relative to the south-western corner of the points.
 */
final class PointTree {
    /** Leaf size for points where a field is wanted. */
    static final int GROUP = 96;

    private static final int BITS = 16;
    private static final int INDEX_BITS = 31;

    final double[] x;
    final double[] y;
    final double[] z;
    /** Place in this tree → number of the point. */
    final int[] order;

    final int leafSize;
    /** First and last + 1 place of each node. */
    int[] from = new int[64];

    int[] to = new int[64];
    /** First child, or 0 for a leaf; the {@code children} of a node follow one another. */
    int[] child = new int[64];

    int[] children = new int[64];
    /** Six numbers for each node: the least and greatest x, y, z. */
    double[] box = new double[6 * 64];

    int nodes;

    /** Coordinates as {@code (easting − originX) / unit} and so on. */
    record Frame(double originX, double originY, double originZ, double unit) {}

    PointTree(double[] easting, double[] northing, double[] height, Frame frame, int leafSize) {
        this.leafSize = leafSize;
        int n = easting.length;
        long[] packed = morton(easting, northing);
        Arrays.sort(packed);
        order = new int[n];
        x = new double[n];
        y = new double[n];
        z = new double[n];
        int[] code = new int[n];
        for (int k = 0; k < n; k++) {
            int i = (int) (packed[k] & ((1L << INDEX_BITS) - 1));
            order[k] = i;
            code[k] = (int) (packed[k] >>> INDEX_BITS);
            x[k] = (easting[i] - frame.originX) / frame.unit;
            y[k] = (northing[i] - frame.originY) / frame.unit;
            z[k] = (height[i] - frame.originZ) / frame.unit;
        }
        addNode(0, n);
        split(code, 0, 2 * BITS - 2);
    }

    int size() {
        return order.length;
    }

    boolean isLeaf(int node) {
        return child[node] == 0;
    }

    int count(int node) {
        return to[node] - from[node];
    }

    /** The leaves, from south-west in Morton order. */
    int[] leaves() {
        int[] out = new int[nodes];
        int count = 0;
        for (int i = 0; i < nodes; i++) {
            if (isLeaf(i)) {
                out[count++] = i;
            }
        }
        return Arrays.copyOf(out, count);
    }

    /** Distance of a point of the frame to the nearest point on the map, and that point's height, in units; into {@code best[0], best[1]}. */
    void nearest(double px, double py, double[] best) {
        best[0] = Double.POSITIVE_INFINITY;
        nearest(0, px, py, best);
        best[0] = Math.sqrt(best[0]);
    }

    private void nearest(int node, double px, double py, double[] best) {
        double gapX = Math.max(0.0, Math.max(box[6 * node] - px, px - box[6 * node + 1]));
        double gapY = Math.max(0.0, Math.max(box[6 * node + 2] - py, py - box[6 * node + 3]));
        if (gapX * gapX + gapY * gapY >= best[0]) {
            return;
        }
        if (!isLeaf(node)) {
            for (int c = child[node]; c < child[node] + children[node]; c++) {
                nearest(c, px, py, best);
            }
            return;
        }
        for (int k = from[node]; k < to[node]; k++) {
            double dx = x[k] - px;
            double dy = y[k] - py;
            if (dx * dx + dy * dy < best[0]) {
                best[0] = dx * dx + dy * dy;
                best[1] = z[k];
            }
        }
    }

    private static long[] morton(double[] easting, double[] northing) {
        double west = Blocks.min(easting);
        double south = Blocks.min(northing);
        double span = Math.max(Blocks.max(easting) - west, Blocks.max(northing) - south);
        double scale = span > 0 ? ((1 << BITS) - 1) / span : 0.0;
        long[] packed = new long[easting.length];
        for (int i = 0; i < packed.length; i++) {
            long code =
                    spread((int) ((easting[i] - west) * scale)) | (spread((int) ((northing[i] - south) * scale)) << 1);
            packed[i] = (code << INDEX_BITS) | i;
        }
        return packed;
    }

    /** Puts a zero between the bits of a 16-bit number. */
    private static long spread(int v) {
        long s = v;
        s = (s | (s << 8)) & 0x00FF00FFL;
        s = (s | (s << 4)) & 0x0F0F0F0FL;
        s = (s | (s << 2)) & 0x33333333L;
        return (s | (s << 1)) & 0x55555555L;
    }

    private int addNode(int first, int end) {
        if (nodes == from.length) {
            from = Arrays.copyOf(from, 2 * nodes);
            to = Arrays.copyOf(to, 2 * nodes);
            child = Arrays.copyOf(child, 2 * nodes);
            children = Arrays.copyOf(children, 2 * nodes);
            box = Arrays.copyOf(box, 12 * nodes);
        }
        from[nodes] = first;
        to[nodes] = end;
        bound(6 * nodes, x, first, end);
        bound(6 * nodes + 2, y, first, end);
        bound(6 * nodes + 4, z, first, end);
        return nodes++;
    }

    private void bound(int at, double[] values, int first, int end) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int k = first; k < end; k++) {
            lo = Math.min(lo, values[k]);
            hi = Math.max(hi, values[k]);
        }
        box[at] = lo;
        box[at + 1] = hi;
    }

    /** Splits a node by the two bits of the code from {@code shift}; points that share all bits are halved in their order. */
    private void split(int[] code, int node, int shift) {
        if (count(node) <= leafSize) {
            return;
        }
        int first = from[node];
        int end = to[node];
        int firstChild = nodes;
        if (shift < 0) {
            addNode(first, (first + end) >>> 1);
            addNode((first + end) >>> 1, end);
        } else {
            int begin = first;
            for (int k = first + 1; k <= end; k++) {
                if (k == end || ((code[k] >>> shift) & 3) != ((code[begin] >>> shift) & 3)) {
                    addNode(begin, k);
                    begin = k;
                }
            }
        }
        child[node] = firstChild;
        children[node] = nodes - firstChild;
        for (int c = firstChild; c < firstChild + children[node]; c++) {
            split(code, c, shift - 2);
        }
    }
}
