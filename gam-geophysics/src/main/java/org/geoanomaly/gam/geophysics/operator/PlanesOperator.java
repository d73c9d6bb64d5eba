package org.geoanomaly.gam.geophysics.operator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sensitivity of observations at any places above a regular mesh: the field is computed by FFT on planes at several heights, at the
 * centres of the mesh's columns, and interpolated, by polynomials through eight nodes each way and through Chebyshev heights upwards. Above
 * its sources the field is analytic, with the nearest singularity as deep below the observations as the mesh's top, so both converge
 * exponentially: sideways with the clearance in cells, upwards with the ratio of the largest to the least clearance (Trefethen 2013,
 * "Approximation Theory and Approximation Practice", theorem 8.2). The product with the transpose is exact for the interpolated matrix.
 */
public final class PlanesOperator implements LinearOperator {
    private static final int WIDTH = 8;
    private static final int ROWS_IN_PART = 512;
    private static final int MOST_LEVELS = 24;

    private final ObservationGrid grid;
    private final FftOperator planes;
    private final int levels;
    private final Parallelism parallel;
    /** Index of the first of WIDTH × WIDTH nodes of each observation. */
    private final int[] first;

    private final double[] east;
    private final double[] north;
    private final double[] up;

    private PlanesOperator(
            RegularMesh mesh, ObservationPoints points, double[] heights, FieldKernel kernel, Parallelism parallel) {
        this.grid = grid(mesh, points);
        this.parallel = parallel;
        this.levels = heights.length;
        int n = points.size();
        this.first = new int[n];
        this.east = new double[n * WIDTH];
        this.north = new double[n * WIDTH];
        this.up = new double[n * levels];
        for (int i = 0; i < n; i++) {
            double column = column(mesh, points, i) - grid.firstColumn();
            double row = row(mesh, points, i) - grid.firstRow();
            int a = start(column, grid.columns());
            int b = start(row, grid.rows());
            first[i] = b * grid.columns() + a;
            equidistantWeights(column - a, east, i * WIDTH);
            equidistantWeights(row - b, north, i * WIDTH);
            weights(heights, points.height(i), up, i * levels);
        }
        this.planes = FftOperator.ofLevels(mesh, grid, heights, kernel, parallel);
    }

    /**
     * The operator of points; what its accuracy comes to should be measured.
     *
     * @param accuracy of interpolation upwards, by theory for cells at the top, which sets the number of planes
     * @param bytes that the planes' spectra may take
     * @return null if a point lies less than a twentieth of a cell above the mesh, or the planes would be too many or too large
     */
    public static @Nullable PlanesOperator of(
            RegularMesh mesh,
            ObservationPoints points,
            FieldKernel kernel,
            double accuracy,
            long bytes,
            Parallelism parallel) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            low = Math.min(low, points.height(i));
            high = Math.max(high, points.height(i));
        }
        if (!(low - mesh.top() > 0.05 * Math.min(mesh.dx(), mesh.dy())) || !sane(mesh, points)) {
            return null;
        }
        int levels = levels(low - mesh.top(), high - mesh.top(), accuracy);
        ObservationGrid grid = grid(mesh, points);
        if (levels > MOST_LEVELS || FftOperator.bytes(mesh, grid, levels, kernel) > bytes) {
            return null;
        }
        return new PlanesOperator(mesh, points, chebyshev(low, high, levels), kernel, parallel);
    }

    /** Chebyshev nodes that it takes, from the ellipse of analyticity that touches the mesh's top. */
    private static int levels(double low, double high, double accuracy) {
        double root = Math.sqrt(high / low);
        if (root - 1.0 < 1e-9) {
            return 1;
        }
        double rate = Math.log((root + 1.0) / (root - 1.0));
        return 2 + (int) Math.ceil(-Math.log(accuracy) / rate);
    }

    private static double[] chebyshev(double low, double high, int levels) {
        double[] heights = new double[levels];
        for (int l = 0; l < levels; l++) {
            double c = levels == 1 ? 0.0 : Math.cos(Math.PI * (2 * l + 1) / (2.0 * levels));
            heights[l] = 0.5 * (low + high) - 0.5 * (high - low) * c;
        }
        return heights;
    }

    private static double column(RegularMesh mesh, ObservationPoints points, int i) {
        return snapped((points.easting(i) - mesh.west(0)) / mesh.dx() - 0.5);
    }

    private static double row(RegularMesh mesh, ObservationPoints points, int i) {
        return snapped((points.northing(i) - mesh.south(0)) / mesh.dy() - 0.5);
    }

    /** Rounding in coordinates is no offset. */
    private static double snapped(double position) {
        return Math.abs(position - Math.rint(position)) < 1e-9 ? Math.rint(position) : position;
    }

    private static boolean sane(RegularMesh mesh, ObservationPoints points) {
        double limit = 1 << 13;
        for (int i = 0; i < points.size(); i++) {
            boolean near = Math.abs(column(mesh, points, i)) < limit + mesh.nx()
                    && Math.abs(row(mesh, points, i)) < limit + mesh.ny();
            if (!near) {
                return false;
            }
        }
        return points.size() > 0;
    }

    /** The nodes around all points, with room for the polynomials. */
    private static ObservationGrid grid(RegularMesh mesh, ObservationPoints points) {
        double[] range = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < points.size(); i++) {
            double c = column(mesh, points, i);
            double r = row(mesh, points, i);
            range[0] = Math.min(range[0], c);
            range[1] = Math.max(range[1], c);
            range[2] = Math.min(range[2], r);
            range[3] = Math.max(range[3], r);
        }
        int margin = WIDTH / 2 - 1;
        int firstColumn = (int) Math.floor(range[0]) - margin;
        int firstRow = (int) Math.floor(range[2]) - margin;
        int columns = (int) Math.floor(range[1]) + margin + 2 - firstColumn;
        int rows = (int) Math.floor(range[3]) + margin + 2 - firstRow;
        return new ObservationGrid(firstColumn, firstRow, columns, rows, points.height(0));
    }

    private static int start(double position, int nodes) {
        return Math.max(0, Math.min((int) Math.floor(position) - (WIDTH / 2 - 1), nodes - WIDTH));
    }

    private static void equidistantWeights(double position, double[] out, int from) {
        double[] nodes = new double[WIDTH];
        Arrays.setAll(nodes, j -> j);
        weights(nodes, position, out, from);
    }

    /** Lagrange's polynomials at a position. */
    private static void weights(double[] nodes, double position, double[] out, int from) {
        for (int j = 0; j < nodes.length; j++) {
            double product = 1.0;
            for (int k = 0; k < nodes.length; k++) {
                product *= k == j ? 1.0 : (position - nodes[k]) / (nodes[j] - nodes[k]);
            }
            out[from + j] = product;
        }
    }

    /** Number of planes. */
    public int levels() {
        return levels;
    }

    @Override
    public int rows() {
        return first.length;
    }

    @Override
    public int columns() {
        return planes.columns();
    }

    @Override
    public void apply(double[] model, double[] data) {
        requireLengths(model, data);
        double[] field = new double[planes.rows()];
        planes.apply(model, field);
        parallel.run(DenseOperator.parts(rows(), ROWS_IN_PART), () -> part -> {
            int end = Math.min(rows(), (part + 1) * ROWS_IN_PART);
            for (int i = part * ROWS_IN_PART; i < end; i++) {
                double sum = 0.0;
                for (int l = 0; l < levels; l++) {
                    sum += up[i * levels + l] * onPlane(field, l * grid.size() + first[i], i * WIDTH);
                }
                data[i] = sum;
            }
        });
    }

    private double onPlane(double[] field, int from, int weight) {
        double sum = 0.0;
        for (int b = 0; b < WIDTH; b++) {
            int at = from + b * grid.columns();
            double inRow = 0.0;
            for (int a = 0; a < WIDTH; a++) {
                inRow += east[weight + a] * field[at + a];
            }
            sum += north[weight + b] * inRow;
        }
        return sum;
    }

    @Override
    public void applyAdjoint(double[] data, double[] model) {
        requireLengths(model, data);
        planes.applyAdjoint(spread(data), model);
    }

    /** The transposed interpolation; one thread for each plane, so that sums keep their order. */
    private double[] spread(double[] data) {
        double[] field = new double[planes.rows()];
        parallel.run(levels, () -> l -> {
            for (int i = 0; i < data.length; i++) {
                addToPlane(data[i] * up[i * levels + l], l * grid.size() + first[i], i * WIDTH, field);
            }
        });
        return field;
    }

    private void addToPlane(double value, int to, int weight, double[] field) {
        for (int b = 0; b < WIDTH; b++) {
            int at = to + b * grid.columns();
            double inRow = value * north[weight + b];
            for (int a = 0; a < WIDTH; a++) {
                field[at + a] += inRow * east[weight + a];
            }
        }
    }

    /** {@inheritDoc} Squares are interpolated, as entries are: for points between nodes it is an approximation, never negative. */
    @Override
    public void normalDiagonal(double[] weights, double[] diagonal) {
        requireLengths(diagonal, weights);
        planes.normalDiagonal(spread(weights), diagonal);
        double max = 0.0;
        boolean positive = Arrays.stream(weights).allMatch(w -> w >= 0.0);
        for (double v : diagonal) {
            max = Math.max(max, v);
        }
        for (int j = 0; positive && j < diagonal.length; j++) {
            diagonal[j] = Math.max(1e-12 * max, diagonal[j]);
        }
    }
}
