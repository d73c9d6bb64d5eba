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
        angles(z);
        double[] x = strip.x;
        double[] y = strip.y;
        int n = strip.nodes;
        int s = strip.stride;
        for (int m = 0; m < n; m++) {
            east[m] *= y[m];
            north[m] *= x[m];
        }
        int cells = n - s - 1;
        for (int m = 0; m < cells; m++) {
            double solidAngle = (angle[m + s + 1] - angle[m + s]) - (angle[m + 1] - angle[m]);
            p[m] = (north[m + 1] - north[m]) + (east[m + s] - east[m]) - solidAngle;
        }
    }

    private void angles(double z) {
        double[] x = strip.x;
        double[] y = strip.y;
        double[] sign = strip.sign;
        double absZ = Math.abs(z);
        int n = strip.nodes;
        for (int m = 0; m < n; m++) {
            angle[m] = absZ * sign[m] * NodeStrip.positiveArctangent(Math.abs(x[m] * y[m]), absZ * r[m]);
        }
    }

    private void store(int row, int k, double[] out) {
        int nx = mesh.nx();
        for (int j = 0; j < strip.rows; j++) {
            int from = j * strip.stride;
            int to = mesh.index(0, row + j, k);
            for (int i = 0; i < nx; i++) {
                out[to + i] = factor * (upper[from + i] - lower[from + i]);
            }
        }
    }
}
