package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.Parallelism;

/**
 * Takes out of data what a change of hypocentres and origin times can explain (Pavlis and Booker 1980, "The mixed discrete-continuous inverse
 * problem: application to the simultaneous determination of earthquake hypocenters and velocity structure", JGR 85, 4801–4810). The picks of
 * one event have derivatives A = QR with its x, y, z and origin time; r → r − QQᵀr is what is left for the velocities, in an orthonormal basis
 * of the data space the same numbers as Q₀ᵀr with the null space Q₀ of Aᵀ. Immutable.
 */
final class EventProjection {
    static final int UNKNOWNS = 4;

    /** A direction that changes the data less than this part of the first one is not one. */
    private static final double NOTHING = 1e-6;

    /** A direction weaker than this part of the strongest one is left where it is. */
    private static final double UNSTEADY = 0.03;

    private static final int PART = 64;

    private final int[][] picks;
    private final double[][][] q;
    private final double[][][] r;
    private final int[][] pivot;
    private final Parallelism parallel;
    private final int freedom;

    private EventProjection(int[][] picks, int rows, Parallelism parallel, Derivatives derivatives) {
        int events = picks.length;
        this.picks = picks;
        this.q = new double[events][][];
        this.r = new double[events][][];
        this.pivot = new int[events][];
        this.parallel = parallel;
        int taken = 0;
        for (int e = 0; e < events; e++) {
            factor(e, derivatives.of(e));
            taken += q[e].length;
        }
        this.freedom = rows - taken;
    }

    /** Weighted derivatives of an event's picks with its unknowns: one array of picks for each unknown; none for a known source. */
    @FunctionalInterface
    interface Derivatives {
        double[][] of(int event);
    }

    /**
     * Factors every event's block.
     *
     * @param picks of each event, ascending
     * @param rows number of all picks
     */
    static EventProjection of(int[][] picks, int rows, Parallelism parallel, Derivatives derivatives) {
        return new EventProjection(picks, rows, parallel, derivatives);
    }

    /** How many independent data are left. */
    int freedom() {
        return freedom;
    }

    /** Gram and Schmidt, twice, always the longest column next. */
    private void factor(int event, double[][] columns) {
        int n = picks[event].length;
        int most = Math.min(n, columns.length);
        double[][] left = new double[columns.length][];
        for (int j = 0; j < left.length; j++) {
            left[j] = columns[j].clone();
        }
        double[][] basis = new double[most][];
        double[][] upper = new double[most][columns.length];
        int[] order = new int[columns.length];
        for (int j = 0; j < order.length; j++) {
            order[j] = j;
        }
        int rank = 0;
        double first = 0.0;
        while (rank < most) {
            int best = rank;
            for (int j = rank; j < order.length; j++) {
                best = norm(left[order[j]]) > norm(left[order[best]]) ? j : best;
            }
            int chosen = order[best];
            order[best] = order[rank];
            order[rank] = chosen;
            double length = norm(left[chosen]);
            first = rank == 0 ? length : first;
            if (!(length > NOTHING * first)) {
                break;
            }
            basis[rank] = unit(left[chosen], length);
            upper[rank][chosen] = length;
            for (int j = rank + 1; j < order.length; j++) {
                takeOut(basis, rank + 1, left[order[j]], upper, order[j]);
            }
            rank++;
        }
        q[event] = java.util.Arrays.copyOf(basis, rank);
        r[event] = upper;
        pivot[event] = order;
    }

    private static void takeOut(double[][] basis, int count, double[] column, double[][] upper, int name) {
        for (int k = 0; k < count; k++) {
            double part = dot(basis[k], column);
            upper[k][name] += part;
            for (int i = 0; i < column.length; i++) {
                column[i] -= part * basis[k][i];
            }
        }
    }

    private static double[] unit(double[] v, double length) {
        double[] out = v.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] /= length;
        }
        return out;
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Projects weighted data in place. */
    void apply(double[] data) {
        int parts = (picks.length + PART - 1) / PART;
        parallel.run(parts, () -> part -> {
            int end = Math.min(picks.length, (part + 1) * PART);
            for (int e = part * PART; e < end; e++) {
                for (double[] column : q[e]) {
                    double sum = along(column, picks[e], data);
                    for (int i = 0; i < column.length; i++) {
                        data[picks[e][i]] -= sum * column[i];
                    }
                }
            }
        });
    }

    private static double along(double[] column, int[] rows, double[] data) {
        double sum = 0.0;
        for (int i = 0; i < column.length; i++) {
            sum += column[i] * data[rows[i]];
        }
        return sum;
    }

    /** The change of an event's unknowns that fits weighted residuals best; unsteady directions stay 0. */
    double[] change(int event, double[] residual) {
        double[] out = new double[UNKNOWNS];
        double[][] upper = r[event];
        int rank = 0;
        while (rank < q[event].length && upper[rank][pivot[event][rank]] > UNSTEADY * upper[0][pivot[event][0]]) {
            rank++;
        }
        for (int k = rank - 1; k >= 0; k--) {
            double sum = along(q[event][k], picks[event], residual);
            for (int j = k + 1; j < rank; j++) {
                sum -= upper[k][pivot[event][j]] * out[pivot[event][j]];
            }
            out[pivot[event][k]] = sum / upper[k][pivot[event][k]];
        }
        return out;
    }
}
