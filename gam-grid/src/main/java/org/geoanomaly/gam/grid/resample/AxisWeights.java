package org.geoanomaly.gam.grid.resample;

/**
 * For each target index along one axis: which source indices contribute, and how much. Positions are in source cells: source cell i spans
 * [i, i + 1) and its centre is i + 0.5.
 */
final class AxisWeights {
    /** Below this target-to-source scale GDAL widens its kernel; above, it interpolates between neighbours. */
    private static final double WIDEN_BELOW = 0.95;

    /** Source cells on the axis that are distinct: one less than stored when a global node grid repeats its first meridian. */
    private final int sourceCells;

    private final boolean periodic;
    private final int[] first;
    private final int[] centre;
    private final double[][] weights;

    private AxisWeights(int sourceCells, boolean periodic, int targets) {
        this.sourceCells = sourceCells;
        this.periodic = periodic;
        this.first = new int[targets];
        this.centre = new int[targets];
        this.weights = new double[targets][];
    }

    /**
     * @param position centre of each target cell in source cells
     * @param span width of a target cell in source cells
     */
    static AxisWeights of(Resampling method, double[] position, double span, int sourceCells, boolean periodic) {
        AxisWeights axis = new AxisWeights(sourceCells, periodic, position.length);
        for (int i = 0; i < position.length; i++) {
            axis.set(i, method, position[i], span);
        }
        return axis;
    }

    private void set(int i, Resampling method, double position, double span) {
        boolean inside = periodic || (position >= 0 && position <= sourceCells);
        int middle = (int) Math.floor(position);
        centre[i] = inside ? index(Math.min(middle, periodic ? middle : sourceCells - 1)) : -1;
        if (!inside) {
            weights[i] = new double[0];
            return;
        }
        switch (method) {
            case NEAREST -> {
                first[i] = centre[i];
                weights[i] = new double[] {1};
            }
            case BILINEAR -> triangle(i, position, span);
            case AVERAGE -> overlap(i, position - span / 2, position + span / 2);
        }
    }

    private void triangle(int i, double position, double span) {
        double scale = 1 / span < WIDEN_BELOW ? 1 / span : 1;
        double radius = 1 / scale;
        int from = (int) Math.floor(position - radius - 0.5) + 1;
        int to = (int) Math.ceil(position + radius - 0.5) - 1;
        fill(i, from, to, j -> 1 - Math.abs(j + 0.5 - position) * scale);
    }

    private void overlap(int i, double lo, double hi) {
        fill(i, (int) Math.floor(lo), (int) Math.ceil(hi) - 1, j -> Math.min(hi, j + 1.0) - Math.max(lo, j));
    }

    private interface Kernel {
        double at(int sourceIndex);
    }

    /** Keeps the positive part of the kernel on [from, to]; cells beyond a closed edge drop out. */
    private void fill(int i, int from, int to, Kernel kernel) {
        int lo = periodic ? from : Math.max(from, 0);
        int hi = periodic ? to : Math.min(to, sourceCells - 1);
        double[] w = new double[Math.max(0, hi - lo + 1)];
        for (int j = lo; j <= hi; j++) {
            w[j - lo] = Math.max(0, kernel.at(j));
        }
        first[i] = lo;
        weights[i] = w;
    }

    private int index(int j) {
        return periodic ? Math.floorMod(j, sourceCells) : j;
    }

    int targets() {
        return first.length;
    }

    /** The source cell in which the target's centre lies, or -1 if it lies outside. */
    int centre(int target) {
        return centre[target];
    }

    /** The first contributing source index; not wrapped, may be negative on a periodic axis. */
    int first(int target) {
        return first[target];
    }

    double[] weights(int target) {
        return weights[target];
    }

    /** Whether all contributions of a target come from stored cells without wrapping. */
    boolean contiguous(int target) {
        return first[target] >= 0 && first[target] + weights[target].length <= sourceCells;
    }

    /** A source index brought onto the stored cells. */
    int wrap(int sourceIndex) {
        return index(sourceIndex);
    }
}
