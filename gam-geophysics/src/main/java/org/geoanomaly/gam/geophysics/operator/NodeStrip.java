package org.geoanomaly.gam.geophysics.operator;

/**
 * The nodes of some rows of a mesh on one horizontal plane, seen from an observation point, as flat arrays that vectorise: node (i, j) of the
 * strip has index {@code j * stride + i}. Edge integrals are those of 1/r along the edge from a node to its neighbour east, north or below.
 *
 * <p>The integral of 1/r along an edge of length d with end distances r₁ and r₂ is 2 atanh(d / (r₁ + r₂)); the polynomial for the inverse
 * hyperbolic tangent is exact to rounding for arguments up to 1/4, and the few edges that are closer are computed singly.
 */
final class NodeStrip {
    private static final int TARGET_NODES = 2048;

    final RegularMesh mesh;
    final int stride;
    final int maxRows;
    final double[] x;
    final double[] y;
    private final double[] absX;
    private final double[] absY;
    private final double[] absXy;
    private final double[] rho2;
    private final double[] sign;
    private final double[] shifted;
    private final double[] tangent;
    int rows;
    int nodes;
    private double y0;
    private double x0;

    NodeStrip(RegularMesh mesh) {
        this.mesh = mesh;
        this.stride = mesh.nx() + 1;
        this.maxRows = Math.max(1, Math.min(mesh.ny(), TARGET_NODES / stride - 1));
        int size = (maxRows + 1) * stride;
        this.x = new double[size];
        this.y = new double[size];
        this.absX = new double[size];
        this.absY = new double[size];
        this.absXy = new double[size];
        this.rho2 = new double[size];
        this.sign = new double[size];
        this.shifted = new double[size];
        this.tangent = new double[size];
    }

    int capacity() {
        return x.length;
    }

    /** Nodes but those of the last row, which have no northern neighbours. */
    int lowerNodes() {
        return nodes - stride;
    }

    /** Moves the strip to the cells of rows firstRow… of the mesh. */
    void moveTo(int firstRow, double easting, double northing) {
        rows = Math.min(maxRows, mesh.ny() - firstRow);
        nodes = (rows + 1) * stride;
        x0 = mesh.west(0) - easting;
        y0 = mesh.south(firstRow) - northing;
        for (int j = 0; j <= rows; j++) {
            double yj = y0 + j * mesh.dy();
            for (int i = 0; i < stride; i++) {
                int m = j * stride + i;
                double xi = x0 + i * mesh.dx();
                x[m] = xi;
                y[m] = yj;
                absX[m] = Math.abs(xi);
                absY[m] = Math.abs(yj) + VectorLoops.TINY;
                absXy[m] = Math.abs(xi * yj) + VectorLoops.TINY;
                rho2[m] = xi * xi + yj * yj;
                sign[m] = xi < 0.0 == yj < 0.0 ? 1.0 : -1.0;
            }
        }
    }

    void distances(double z, double[] r) {
        VectorLoops.distances(rho2, z, r, nodes);
    }

    /** factor · atan(xy / (zr)), times the sign of z, from |z|. */
    void downwardAngles(double factor, double absZ, double[] r, double[] out) {
        VectorLoops.halfTangents(absXy, absZ, r, tangent, nodes);
        VectorLoops.angles(factor, sign, tangent, out, nodes);
    }

    /** factor · atan(yz / (xr)), times the sign of z, from |z|. */
    void eastwardAngles(double factor, double absZ, double[] r, double[] out) {
        VectorLoops.multiply(absX, r, shifted, nodes);
        VectorLoops.halfTangents(absY, 1.0 / absZ, shifted, tangent, nodes);
        VectorLoops.angles(factor, sign, tangent, out, nodes);
    }

    /** Differences to the northern neighbours; the last row holds nothing of use. */
    void northDifferences(double[] values, double[] out) {
        int n = lowerNodes();
        VectorLoops.shift(values, stride, shifted, n);
        VectorLoops.subtract(shifted, values, out, n);
    }

    /** Differences to the eastern neighbours, of all but the last row. */
    void eastDifferences(double[] values, double[] out) {
        int n = lowerNodes() - 1;
        VectorLoops.shift(values, 1, shifted, n);
        VectorLoops.subtract(shifted, values, out, n);
    }

    /** Edges to the eastern neighbours; the last node of a row holds nothing of use. */
    void eastEdges(double z, double[] r, double[] out) {
        edges(r, 1, mesh.dx(), out);
        double d = mesh.dx();
        for (int j = 0; j <= rows; j++) {
            double yj = y0 + j * mesh.dy();
            double line2 = yj * yj + z * z;
            if (line2 < 4.0 * d * d) {
                int from = column(-3.0 * d);
                int to = Math.min(column(3.0 * d) + 1, stride - 1);
                for (int i = from; i < to; i++) {
                    double xi = x0 + i * d;
                    out[j * stride + i] = exactEdge(xi, xi + d, d, line2);
                }
            }
        }
    }

    /** Edges to the northern neighbours; the last row holds nothing of use. */
    void northEdges(double z, double[] r, double[] out) {
        double d = mesh.dy();
        edges(r, stride, d, out);
        if (z * z >= 4.0 * d * d) {
            return;
        }
        int from = column(-2.0 * d);
        int to = Math.min(column(2.0 * d) + 2, stride);
        for (int j = 0; j < rows; j++) {
            double yj = y0 + j * d;
            if (yj > -3.0 * d && yj < 3.0 * d) {
                for (int i = from; i < to; i++) {
                    double xi = x0 + i * mesh.dx();
                    out[j * stride + i] = exactEdge(yj, yj + d, d, xi * xi + z * z);
                }
            }
        }
    }

    /** Edges from the nodes on the plane at z1 down to those at z2. */
    void downEdges(double z1, double z2, double[] r1, double[] r2, double[] out) {
        double d = z2 - z1;
        VectorLoops.edges(d, r1, r2, out, nodes);
        if (z1 > 2.0 * d || z2 < -2.0 * d) {
            return;
        }
        int from = column(-2.0 * d);
        int to = Math.min(column(2.0 * d) + 2, stride);
        for (int j = 0; j <= rows; j++) {
            double yj = y0 + j * mesh.dy();
            if (yj > -2.0 * d && yj < 2.0 * d) {
                for (int i = from; i < to; i++) {
                    double xi = x0 + i * mesh.dx();
                    out[j * stride + i] = exactEdge(z1, z2, d, xi * xi + yj * yj);
                }
            }
        }
    }

    private void edges(double[] r, int offset, double d, double[] out) {
        int n = nodes - offset;
        VectorLoops.shift(r, offset, shifted, n);
        VectorLoops.edges(d, r, shifted, out, n);
    }

    /** The node column at or west of an offset from the observation point, kept within the strip. */
    private int column(double offset) {
        double i = Math.floor((offset - x0) / mesh.dx());
        return (int) Math.max(0.0, Math.min(i, stride));
    }

    /** The integral of 1/r without cancellation; on the edge itself that at 1e-12 of its length beside it. */
    private static double exactEdge(double lo, double hi, double d, double line2) {
        double rho = Math.max(line2, 1e-24 * d * d);
        double rLo = Math.sqrt(rho + lo * lo);
        double rHi = Math.sqrt(rho + hi * hi);
        double slack;
        if (lo >= 0.0) {
            slack = rho / (rHi + hi) + rLo + lo;
        } else if (hi <= 0.0) {
            slack = rho / (rLo - lo) + rHi - hi;
        } else {
            slack = rho / (rLo - lo) + rho / (rHi + hi);
        }
        return Math.log1p(2.0 * d / slack);
    }
}
