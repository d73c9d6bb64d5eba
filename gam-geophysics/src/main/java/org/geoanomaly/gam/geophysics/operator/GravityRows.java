package org.geoanomaly.gam.geophysics.operator;

/**
 * Rows for vertical gravity. On each horizontal plane between layers P = Δ_x(x L_y) + Δ_y(y L_x) − z Δ_xΔ_y atan(xy / (zr)) is evaluated once at
 * shared nodes; a cell's value is the difference of P between its top and bottom (Nagy et al. 2000, eq. 11).
 */
final class GravityRows implements RowKernel {
    private final RegularMesh mesh;
    private final double factor;
    private final NodeStrip strip;
    private final double[] r;
    private final double[] angle;
    private final double[] east;
    private final double[] north;
    private final double[] step;
    private double[] upper;
    private double[] lower;

    GravityRows(RegularMesh mesh, double factor) {
        this.mesh = mesh;
        this.factor = factor;
        this.strip = new NodeStrip(mesh);
        int size = strip.capacity();
        this.r = new double[size];
        this.angle = new double[size];
        this.east = new double[size];
        this.north = new double[size];
        this.step = new double[size];
        this.upper = new double[size];
        this.lower = new double[size];
    }

    @Override
    public void fill(double easting, double northing, double height, double[] out) {
        double above = height - mesh.top();
        for (int row = 0; row < mesh.ny(); row += strip.maxRows) {
            strip.moveTo(row, easting, northing);
            plane(above, upper);
            for (int k = 0; k < mesh.nz(); k++) {
                plane(above + mesh.depth(k + 1), lower);
                store(row, k, out);
                double[] swap = upper;
                upper = lower;
                lower = swap;
            }
        }
    }

    private void plane(double z, double[] p) {
        strip.distances(z, r);
        strip.eastEdges(z, r, east);
        strip.northEdges(z, r, north);
        double absZ = Math.abs(z);
        strip.downwardAngles(absZ, absZ, r, angle);
        // Δ_x(x L_y − Δ_y(z atan)) + Δ_y(y L_x)
        int n = strip.lowerNodes();
        strip.northDifferences(angle, step);
        VectorLoops.multiply(strip.x, north, north, n);
        VectorLoops.subtract(north, step, north, n);
        strip.eastDifferences(north, p);
        VectorLoops.multiply(strip.y, east, east, strip.nodes - 1);
        strip.northDifferences(east, step);
        VectorLoops.add(step, p, n);
    }

    private void store(int row, int k, double[] out) {
        VectorLoops.scaledDifference(factor, upper, lower, step, strip.lowerNodes());
        for (int j = 0; j < strip.rows; j++) {
            System.arraycopy(step, j * strip.stride, out, mesh.index(0, row + j, k), mesh.nx());
        }
    }
}
