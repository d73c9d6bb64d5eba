package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * Trilinear hats: a value at the centre of each cell, linear in between. Outside the mesh, sideways and below, a value falls to zero between a
 * half and one and a half cells from the outermost centres, so that the reference holds farther out; above the mesh the top layer goes on.
 */
final class CellBasis {
    private static final double HOLD = 0.5;

    private final RegularMesh mesh;
    private final double[] centres;

    CellBasis(RegularMesh mesh) {
        this.mesh = mesh;
        this.centres = new double[mesh.nz()];
        for (int k = 0; k < centres.length; k++) {
            centres[k] = 0.5 * (mesh.depth(k) + mesh.depth(k + 1)) - mesh.top();
        }
    }

    RegularMesh mesh() {
        return mesh;
    }

    /** Depth of a layer's centre below sea level, m. */
    double centre(int k) {
        return centres[k];
    }

    /** Up to eight cells and their weights at one place; one for each thread. */
    final class Place {
        final int[] cell = new int[8];
        final double[] weight = new double[8];
        int count;
        private int low;
        private double high;
        private double keep;

        void at(double x, double y, double depth) {
            count = 0;
            sideways((x - mesh.west(0)) / mesh.dx() - 0.5, mesh.nx());
            int i = low;
            double fi = high;
            double all = keep;
            sideways((y - mesh.south(0)) / mesh.dy() - 0.5, mesh.ny());
            int j = low;
            double fj = high;
            all *= keep;
            down(depth);
            all *= keep;
            if (all == 0.0) {
                return;
            }
            row(i, fi, j, low, all * (1.0 - fj) * (1.0 - high));
            row(i, fi, j + 1, low, all * fj * (1.0 - high));
            row(i, fi, j, low + 1, all * (1.0 - fj) * high);
            row(i, fi, j + 1, low + 1, all * fj * high);
        }

        private void row(int i, double fi, int j, int k, double w) {
            if (w == 0.0) {
                return;
            }
            int c = mesh.index(i, j, k);
            add(c, w * (1.0 - fi));
            if (fi > 0.0) {
                add(c + 1, w * fi);
            }
        }

        private void add(int c, double w) {
            cell[count] = c;
            weight[count] = w;
            count++;
        }

        private void sideways(double p, int n) {
            double out = Math.max(-p, p - (n - 1));
            keep = n == 1 ? 1.0 : taper(out);
            double inside = Math.max(0.0, Math.min(n - 1.0, p));
            low = Math.max(0, Math.min(n - 2, (int) inside));
            high = inside - low;
        }

        private void down(double depth) {
            int last = centres.length - 1;
            keep = taper((depth - centres[last]) / mesh.thickness(last));
            if (depth <= centres[0] || last == 0) {
                low = 0;
                high = 0.0;
            } else if (depth >= centres[last]) {
                low = last;
                high = 0.0;
            } else {
                int a = 0;
                int b = last;
                while (b - a > 1) {
                    int middle = (a + b) >>> 1;
                    if (centres[middle] <= depth) {
                        a = middle;
                    } else {
                        b = middle;
                    }
                }
                low = a;
                high = (depth - centres[a]) / (centres[b] - centres[a]);
            }
        }

        private double taper(double out) {
            return Math.max(0.0, Math.min(1.0, 1.0 + HOLD - out));
        }

        double value(double[] u) {
            double sum = 0.0;
            for (int n = 0; n < count; n++) {
                sum += weight[n] * u[cell[n]];
            }
            return sum;
        }
    }
}
