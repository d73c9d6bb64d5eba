package org.geoanomaly.gam.geophysics.operator;

/**
 * Rows for a combination of second derivatives, such as the total-field anomaly. On shared nodes: V_xx = −ΔΔΔ atan(yz / (xr)), V_zz likewise,
 * V_yy from the trace, V_xy = Δ_xΔ_y L_z, V_xz = Δ_xΔ_z L_y, V_yz = Δ_yΔ_z L_x with z down (Nagy et al. 2000, eqs 13 and 17).
 */
final class SecondDerivativeRows implements RowKernel {
    private final RegularMesh mesh;
    private final NodeStrip strip;
    private final double angleX;
    private final double angleZ;
    private final double xy;
    private final double xz;
    private final double yz;
    private final double inside;
    private final double[] angle;
    private final double[] east;
    private final double[] north;
    private final double[] down;
    private double[] rUpper;
    private double[] rLower;
    private double[] upper;
    private double[] lower;

    SecondDerivativeRows(RegularMesh mesh, FieldKernel.SecondDerivative c) {
        this.mesh = mesh;
        this.strip = new NodeStrip(mesh);
        this.angleX = c.nn() - c.ee();
        this.angleZ = c.nn() - c.uu();
        this.xy = 2.0 * c.en();
        this.xz = -2.0 * c.eu();
        this.yz = -2.0 * c.nu();
        // the sum below takes the trace of the Hessian to be 0; within a cell it is −4π
        this.inside = 4.0 * Math.PI * (c.magnetic() ? c.ee() + c.uu() : -c.nn());
        int size = strip.capacity();
        this.angle = new double[size];
        this.east = new double[size];
        this.north = new double[size];
        this.down = new double[size];
        this.rUpper = new double[size];
        this.rLower = new double[size];
        this.upper = new double[size];
        this.lower = new double[size];
    }

    @Override
    public void fill(double easting, double northing, double height, double[] out) {
        double above = height - mesh.top();
        for (int row = 0; row < mesh.ny(); row += strip.maxRows) {
            strip.moveTo(row, easting, northing);
            strip.distances(above, rUpper);
            plane(above, rUpper, upper);
            for (int k = 0; k < mesh.nz(); k++) {
                double z1 = above + mesh.depth(k);
                double z2 = above + mesh.depth(k + 1);
                strip.distances(z2, rLower);
                plane(z2, rLower, lower);
                if (xy != 0.0) {
                    strip.downEdges(z1, z2, rUpper, rLower, down);
                }
                store(row, k, out);
                swap();
            }
        }
        int own = mesh.cellAt(easting, northing, height);
        if (own >= 0) {
            out[own] += inside;
        }
    }

    private void swap() {
        double[] r = rUpper;
        rUpper = rLower;
        rLower = r;
        double[] values = upper;
        upper = lower;
        lower = values;
    }

    private void plane(double z, double[] r, double[] out) {
        angles(z, r);
        int s = strip.stride;
        int cells = strip.nodes - s - 1;
        for (int m = 0; m < cells; m++) {
            out[m] = (angle[m + s + 1] - angle[m + s]) - (angle[m + 1] - angle[m]);
        }
        if (xz != 0.0) {
            strip.northEdges(z, r, north);
            for (int m = 0; m < cells; m++) {
                out[m] += xz * (north[m + 1] - north[m]);
            }
        }
        if (yz != 0.0) {
            strip.eastEdges(z, r, east);
            for (int m = 0; m < cells; m++) {
                out[m] += yz * (east[m + s] - east[m]);
            }
        }
    }

    private void angles(double z, double[] r) {
        double[] x = strip.x;
        double[] y = strip.y;
        double[] sign = strip.sign;
        // on a plane of nodes: the limit from above, as on a line of nodes it is that from the west and south
        double absZ = Math.max(Math.abs(z), 1e-30 * mesh.dx());
        double signZ = z < 0.0 ? -1.0 : 1.0;
        double cz = signZ * angleZ;
        double cx = signZ * angleX;
        int n = strip.nodes;
        for (int m = 0; m < n; m++) {
            angle[m] = cz * sign[m] * NodeStrip.positiveArctangent(Math.abs(x[m] * y[m]), absZ * r[m]);
        }
        if (cx != 0.0) {
            for (int m = 0; m < n; m++) {
                angle[m] += cx * sign[m] * NodeStrip.positiveArctangent(Math.abs(y[m]) * absZ, Math.abs(x[m]) * r[m]);
            }
        }
    }

    private void store(int row, int k, double[] out) {
        int nx = mesh.nx();
        int s = strip.stride;
        for (int j = 0; j < strip.rows; j++) {
            int from = j * s;
            int to = mesh.index(0, row + j, k);
            for (int i = 0; i < nx; i++) {
                out[to + i] = lower[from + i] - upper[from + i];
            }
            if (xy != 0.0) {
                for (int i = 0; i < nx; i++) {
                    int m = from + i;
                    out[to + i] += xy * ((down[m + s + 1] - down[m + s]) - (down[m + 1] - down[m]));
                }
            }
        }
    }
}
