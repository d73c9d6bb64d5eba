package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;

/**
 * One march from a source: nodes are taken in the order of their times, and each makes its neighbours' times anew. The nodes have two more
 * around them on each side that are never reached, so that no step looks at the grid's limits.
 */
final class March {
    private static final int HALO = 2;
    private static final int LONELY = -1;
    private static final int SHUT = -2;

    private final VelocityGrid grid;
    private final SourceDistance distance;
    private final SourceDistance.Offset offset = new SourceDistance.Offset();
    private final UpwindUpdate update = new UpwindUpdate();
    private final int[] pad = new int[3];
    private final int[] size = new int[3];
    private final int[] stride = new int[3];
    private final boolean[] open = new boolean[3];
    private final double[] sourceAt = new double[3];
    /** Upwind node of each axis, {@link #LONELY} or {@link #SHUT}. */
    private final int[] near = new int[3];
    /** Time and factor of each node by turns, both endless until the node is taken. */
    private final double[] taken;
    /** Factors of the nodes that have a time and are not yet taken. */
    private final double[] pending;

    private final TimeHeap heap;

    March(VelocityGrid grid, Source source) {
        this.grid = grid;
        this.distance = SourceDistance.of(grid, source);
        long nodes = 1;
        for (int d = 0; d < 3; d++) {
            GridAxis axis = grid.axis(d);
            open[d] = axis.count() > 1;
            pad[d] = open[d] ? HALO : 0;
            size[d] = axis.count() + 2 * pad[d];
            stride[d] = (int) nodes;
            nodes *= size[d];
            sourceAt[d] = !open[d] ? 0 : axis.position(d == 0 ? source.x() : d == 1 ? source.y() : source.z());
        }
        if (nodes > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("a grid of " + grid.nodes() + " nodes is too large to march through");
        }
        taken = new double[2 * (int) nodes];
        Arrays.fill(taken, Double.POSITIVE_INFINITY);
        pending = new double[(int) nodes];
        heap = new TimeHeap((int) nodes);
        barSurroundings();
    }

    private void barSurroundings() {
        int n = 0;
        for (int k = -pad[2]; k < size[2] - pad[2]; k++) {
            for (int j = -pad[1]; j < size[1] - pad[1]; j++) {
                for (int i = -pad[0]; i < size[0] - pad[0]; i++) {
                    boolean inside = i >= 0
                            && i < grid.x().count()
                            && j >= 0
                            && j < grid.y().count()
                            && k >= 0
                            && k < grid.z().count();
                    if (!inside || grid.isAir(grid.index(i, j, k))) {
                        heap.bar(n);
                    }
                    n++;
                }
            }
        }
    }

    /** Gives a node near the source its factor. */
    void start(int i, int j, int k, double factor) {
        distance.atNode(i, j, k, offset);
        int n = (k + pad[2]) * stride[2] + (j + pad[1]) * stride[1] + i + pad[0];
        offer(n, offset.r * factor, factor);
    }

    private void offer(int n, double time, double factor) {
        if (heap.offer(n, time)) {
            pending[n] = factor;
        }
    }

    void run() {
        while (!heap.isEmpty()) {
            double time = heap.firstTime();
            int n = heap.poll();
            int i = n % stride[1] - pad[0];
            int j = n / stride[1] % size[1] - pad[1];
            int k = n / stride[2] - pad[2];
            if (hasLonelyAxis(n) && !inStart(i, j, k)) {
                compute(n, i, j, k);
                time = update.time();
                pending[n] = update.factor();
                if (!heap.isEmpty() && time > heap.firstTime()) {
                    heap.putBack(n, time);
                    continue;
                }
            }
            taken[2 * n] = time;
            taken[2 * n + 1] = pending[n];
            visitNeighbours(n, i, j, k);
        }
    }

    private void visitNeighbours(int n, int i, int j, int k) {
        if (open[0]) {
            visit(n - 1, i - 1, j, k);
            visit(n + 1, i + 1, j, k);
        }
        if (open[1]) {
            visit(n - stride[1], i, j - 1, k);
            visit(n + stride[1], i, j + 1, k);
        }
        if (open[2]) {
            visit(n - stride[2], i, j, k - 1);
            visit(n + stride[2], i, j, k + 1);
        }
    }

    /** Whether the time is least here along an axis: by now more is known around than when the time was made. */
    private boolean hasLonelyAxis(int n) {
        return (open[0] && isLonely(n, 1))
                || (open[1] && isLonely(n, stride[1]))
                || (open[2] && isLonely(n, stride[2]));
    }

    private boolean isLonely(int n, int step) {
        return taken[2 * (n - step)] == Double.POSITIVE_INFINITY && taken[2 * (n + step)] == Double.POSITIVE_INFINITY;
    }

    private boolean inStart(int i, int j, int k) {
        return Math.abs(sourceAt[0] - i) <= 1 && Math.abs(sourceAt[1] - j) <= 1 && Math.abs(sourceAt[2] - k) <= 1;
    }

    private void visit(int n, int i, int j, int k) {
        if (!heap.isBarred(n)) {
            compute(n, i, j, k);
            offer(n, update.time(), update.factor());
        }
    }

    private void compute(int n, int i, int j, int k) {
        distance.atNode(i, j, k, offset);
        update.begin(offset.r, grid.slowness(grid.index(i, j, k)));
        near[0] = open[0] ? gather(n, 1, offset.px, offset.ix) : SHUT;
        near[1] = open[1] ? gather(n, stride[1], offset.py, offset.iy) : SHUT;
        near[2] = open[2] ? gather(n, stride[2], offset.pz, offset.iz) : SHUT;
        for (int d = 0; d < 3; d++) {
            if (near[d] == LONELY) {
                lonely(n, d, d == 0 ? i : d == 1 ? j : k);
            }
        }
        update.solve();
    }

    /** The upwind side of an axis: its node, or none if neither is taken. */
    private int gather(int n, int step, double p, double inverse) {
        int low = 2 * (n - step);
        int high = 2 * (n + step);
        double before = taken[low];
        double after = taken[high];
        double first = Math.min(before, after);
        if (first == Double.POSITIVE_INFINITY) {
            return LONELY;
        }
        int side = before <= after ? -1 : 1;
        int at = before <= after ? low : high;
        int far = at + 2 * side * step;
        if (taken[far] <= first) {
            update.addSecond(first, taken[at + 1], taken[far + 1], side * p, inverse);
        } else {
            update.addFirst(first, taken[at + 1], side * p, inverse);
        }
        return at >> 1;
    }

    /**
     * The time is least here along an axis, but seldom exactly at the node. The factor's slope is that of the nodes the wave comes from, if
     * it puts the least time within one step: a wavefront that spreads is not flatter than a sphere around the source, and a slope beyond
     * that is of a kink. Else the factor's slope is zero in the cell of the source, and elsewhere the time's. At the edge and beside the
     * air nothing comes from beyond: there the wave runs along.
     */
    private void lonely(int n, int d, int index) {
        double sum = 0;
        int known = 0;
        double factor = 0;
        boolean edge = heap.isBarred(n - stride[d]) || heap.isBarred(n + stride[d]);
        for (int other = 0; other < 3 && !edge; other++) {
            double slope = near[other] >= 0 ? slope(near[other], stride[d]) : Double.NaN;
            if (!Double.isNaN(slope)) {
                sum += slope;
                known++;
                factor = taken[2 * near[other] + 1];
            }
        }
        double p = offset.p(d);
        double inverse = offset.inverse(d);
        double slope = known > 0 ? sum / known * inverse : 0;
        if (known > 0 && Math.abs(p * factor + offset.r * slope) * offset.r * inverse <= factor) {
            update.addSlope(p, slope);
        } else if (Math.abs(sourceAt[d] - index) < 1) {
            update.addSlope(p, 0);
        }
    }

    /** Central difference of the factor for one step; one-sided if only one side is taken, NaN if none is. */
    private double slope(int n, int step) {
        boolean before = taken[2 * (n - step)] < Double.POSITIVE_INFINITY;
        boolean after = taken[2 * (n + step)] < Double.POSITIVE_INFINITY;
        if (!before && !after) {
            return Double.NaN;
        }
        double high = after ? taken[2 * (n + step) + 1] : taken[2 * n + 1];
        double low = before ? taken[2 * (n - step) + 1] : taken[2 * n + 1];
        return before && after ? 0.5 * (high - low) : high - low;
    }

    /** The factor of each node of the grid; NaN where no wave came. */
    double[] factors() {
        double[] factors = new double[grid.nodes()];
        int at = 0;
        for (int k = 0; k < grid.z().count(); k++) {
            for (int j = 0; j < grid.y().count(); j++) {
                int n = (k + pad[2]) * stride[2] + (j + pad[1]) * stride[1] + pad[0];
                for (int i = 0; i < grid.x().count(); i++, n++, at++) {
                    factors[at] = taken[2 * n] < Double.POSITIVE_INFINITY ? taken[2 * n + 1] : Double.NaN;
                }
            }
        }
        return factors;
    }
}
