package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;

/**
 * The cells that a straight piece passes, with the exact part of the piece in each (Amanatides &amp; Woo 1987; Siddon 1985). One thread at
 * a time: {@link #start}, then {@link #next} until it says no.
 */
final class CellWalk {
    private final double[][] faces;
    private final double[] from = new double[3];
    private final double[] to = new double[3];
    private final int[] cell = new int[3];
    private final double[] crossing = new double[3];
    private double done;
    private double end;
    private int current;
    private double enter;

    /** Faces along x, y and z, ascending. */
    CellWalk(double[]... faces) {
        this.faces = faces;
    }

    static CellWalk of(RegularMesh mesh) {
        double[] x = new double[mesh.nx() + 1];
        double[] y = new double[mesh.ny() + 1];
        double[] z = new double[mesh.nz() + 1];
        Arrays.setAll(x, mesh::west);
        Arrays.setAll(y, mesh::south);
        Arrays.setAll(z, k -> mesh.depth(k) - mesh.top());
        return new CellWalk(x, y, z);
    }

    /** Begins a piece: three coordinates of its start and its end. */
    void start(double[] a, double[] b) {
        done = 0;
        end = 1;
        for (int d = 0; d < 3; d++) {
            from[d] = a[d];
            to[d] = b[d];
            clip(faces[d][0], faces[d][faces[d].length - 1], d);
        }
        for (int d = 0; d < 3 && done < end; d++) {
            cell[d] = first(d);
            crossing[d] = crossing(d);
        }
    }

    private void clip(double low, double high, int d) {
        double way = to[d] - from[d];
        if (way == 0) {
            end = from[d] < low || from[d] > high ? -1 : end;
            return;
        }
        double in = ((way > 0 ? low : high) - from[d]) / way;
        double out = ((way > 0 ? high : low) - from[d]) / way;
        done = Math.max(done, in);
        end = Math.min(end, out);
    }

    private int first(int d) {
        double[] f = faces[d];
        double place = from[d] + done * (to[d] - from[d]);
        int found = Arrays.binarySearch(f, place);
        int index = found >= 0 ? to[d] < from[d] ? found - 1 : found : -found - 2;
        return Math.max(0, Math.min(f.length - 2, index));
    }

    /** Where the piece leaves its cell along an axis, as part of the piece. */
    private double crossing(int d) {
        double way = to[d] - from[d];
        if (way == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return (faces[d][way > 0 ? cell[d] + 1 : cell[d]] - from[d]) / way;
    }

    /** Goes to the next cell; false at the end. */
    boolean next() {
        while (done < end) {
            int d = crossing[0] <= crossing[1] ? 0 : 1;
            d = crossing[d] <= crossing[2] ? d : 2;
            current = (cell[2] * (faces[1].length - 1) + cell[1]) * (faces[0].length - 1) + cell[0];
            enter = done;
            done = Math.min(end, Math.max(done, crossing[d]));
            boolean last = crossing[d] >= end;
            if (!last) {
                cell[d] += to[d] > from[d] ? 1 : -1;
                last = cell[d] < 0 || cell[d] > faces[d].length - 2;
                crossing[d] = last ? end : crossing(d);
            }
            end = last ? Math.min(end, done) : end;
            if (done > enter) {
                return true;
            }
        }
        return false;
    }

    /** Index of the cell. */
    int cell() {
        return current;
    }

    /** Where the cell begins, as part of the piece. */
    double enter() {
        return enter;
    }

    /** Where it ends. */
    double leave() {
        return done;
    }
}
