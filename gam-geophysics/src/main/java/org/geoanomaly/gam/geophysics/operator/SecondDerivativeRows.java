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
    private final double[] edge;
    private final double[] step;
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
        this.edge = new double[size];
        this.step = new double[size];
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
                layer(z1, z2);
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
        int n = strip.lowerNodes();
        angles(z, r);
        strip.northDifferences(angle, step);
        if (xz != 0.0) {
            strip.northEdges(z, r, edge);
            VectorLoops.addScaled(xz, edge, step, n);
        }
        strip.eastDifferences(step, out);
        if (yz != 0.0) {
            strip.eastEdges(z, r, edge);
            strip.northDifferences(edge, step);
            VectorLoops.addScaled(yz, step, out, n);
        }
    }

    private void angles(double z, double[] r) {
        // on a plane of nodes: the limit from above, as on a line of nodes it is that from the west and south
        double absZ = Math.max(Math.abs(z), 1e-30 * mesh.dx());
        double signZ = z < 0.0 ? -1.0 : 1.0;
        strip.downwardAngles(signZ * angleZ, absZ, r, angle);
        if (angleX != 0.0) {
            strip.eastwardAngles(signZ * angleX, absZ, r, step);
            VectorLoops.add(step, angle, strip.nodes);
        }
    }

    /** The layer between the planes, into {@code angle}. */
    private void layer(double z1, double z2) {
        int n = strip.lowerNodes();
        if (xy != 0.0) {
            strip.downEdges(z1, z2, rUpper, rLower, edge);
            strip.northDifferences(edge, angle);
            strip.eastDifferences(angle, step);
        }
        VectorLoops.subtract(lower, upper, angle, n);
        if (xy != 0.0) {
            VectorLoops.addScaled(xy, step, angle, n);
        }
    }

    private void store(int row, int k, double[] out) {
        int nx = mesh.nx();
        for (int j = 0; j < strip.rows; j++) {
            System.arraycopy(angle, j * strip.stride, out, mesh.index(0, row + j, k), nx);
        }
    }
}
