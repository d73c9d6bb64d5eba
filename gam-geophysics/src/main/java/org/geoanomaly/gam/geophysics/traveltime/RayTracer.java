package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;
import org.geoanomaly.gam.grid.error.GamException;

/**
 * Goes down the gradient of the time by the midpoint rule, half a spacing at a time, and keeps to places that are earlier than the last. Where
 * the gradient leads nowhere (a kink, the edge, beside the air) it goes to the earliest node around, which is always possible: each node
 * has its time from an earlier one. If the time between nodes is earlier than at all of them, as it can be where neighbours differ by several
 * times, the rest of the way is by nodes. One thread at a time.
 */
final class RayTracer {
    private static final double STEP = 0.5;
    private static final int HALVINGS = 4;

    private final VelocityGrid grid;
    private final TravelTimeField field;
    private final FieldProbe probe;
    private final double[] here = new double[3];
    private final double[] next = new double[3];
    private final double[] middle = new double[3];
    private final double[] gradient = new double[3];
    private double[] points = new double[3 * 64];
    private int size;
    private double time;

    RayTracer(TravelTimeField field) {
        this.grid = field.grid();
        this.field = field;
        this.probe = new FieldProbe(field);
    }

    Ray trace(double x, double y, double z) {
        System.arraycopy(StraightWay.place(grid, x, y, z), 0, here, 0, 3);
        time = probe.time(here[0], here[1], here[2]);
        double whole = time;
        if (Double.isNaN(time)) {
            throw new GamException(
                    "no wave comes to the receiver at (" + x + ", " + y + ", " + z + ")",
                    "the receiver must have ground around it that joins that of the source",
                    null);
        }
        size = 0;
        append(here);
        long limit = 1000L
                + 20L * ((long) grid.x().count() + grid.y().count() + grid.z().count());
        boolean byNodes = false;
        while (probe.distance() > grid.spacing(here[1], here[2])) {
            boolean moved = (!byNodes && descend()) || toEarlierNode();
            if (!moved && besideSource()) {
                break;
            }
            if (!moved && !byNodes) {
                byNodes = true;
                time = Double.POSITIVE_INFINITY;
                moved = toEarlierNode();
            }
            if (!moved || size > limit) {
                throw new GamException(
                        "the ray from (" + x + ", " + y + ", " + z + ") does not find to the source: after " + size
                                + " steps it stands at " + Arrays.toString(here));
            }
            append(here);
        }
        Source source = field.source();
        append(StraightWay.place(grid, source.x(), source.y(), source.z()));
        return new Ray(grid, points, size, whole);
    }

    private void append(double[] point) {
        if (3 * size == points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        System.arraycopy(point, 0, points, 3 * size++, 3);
    }

    private boolean descend() {
        double step = STEP * grid.spacing(here[1], here[2]);
        for (int halving = 0; halving <= HALVINGS; halving++, step *= 0.5) {
            if (!direction(here) || !go(0.5 * step, middle)) {
                return false;
            }
            boolean curved = direction(middle) || direction(here);
            if (curved && go(step, next)) {
                double then = probe.time(next[0], next[1], next[2]);
                if (then < time) {
                    arrive(then);
                    return true;
                }
            }
        }
        return false;
    }

    /** The gradient at a place; false if there is none. */
    private boolean direction(double[] place) {
        probe.gradient(place[0], place[1], place[2], gradient);
        double squares = gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2];
        return squares > 0 && squares < Double.POSITIVE_INFINITY;
    }

    /** A place so many metres against the gradient, kept in the grid; false if the edge allows no step. */
    private boolean go(double metres, double[] out) {
        double norm = Math.sqrt(gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2]);
        boolean moved = false;
        for (int d = 0; d < 3; d++) {
            double step = metres * gradient[d] / norm / grid.metres(d, here[1], here[2]);
            out[d] = grid.axis(d).clamp(here[d] - step);
            moved |= out[d] != here[d];
        }
        return moved;
    }

    /** Whether the nearest nodes have their times straight from the source. */
    private boolean besideSource() {
        Source source = field.source();
        double[] at = StraightWay.place(grid, source.x(), source.y(), source.z());
        boolean beside = true;
        for (int d = 0; d < 3; d++) {
            GridAxis axis = grid.axis(d);
            beside &= Math.abs(axis.position(at[d]) - axis.position(here[d])) <= 1 + 1e-9;
        }
        return beside;
    }

    private boolean toEarlierNode() {
        int best = -1;
        double least = time;
        int nx = grid.x().count();
        int ny = grid.y().count();
        int[] low = new int[3];
        int[] high = new int[3];
        for (int d = 0; d < 3; d++) {
            double at = grid.axis(d).position(here[d]);
            low[d] = Math.max(0, (int) Math.ceil(at - 1));
            high[d] = Math.min(grid.axis(d).count() - 1, (int) Math.floor(at + 1));
        }
        for (int k = low[2]; k <= high[2]; k++) {
            for (int j = low[1]; j <= high[1]; j++) {
                for (int i = low[0]; i <= high[0]; i++) {
                    double t = field.time(grid.index(i, j, k));
                    if (t < least) {
                        least = t;
                        best = grid.index(i, j, k);
                    }
                }
            }
        }
        if (best < 0) {
            return false;
        }
        next[0] = grid.x().at(best % nx);
        next[1] = grid.y().at(best / nx % ny);
        next[2] = grid.z().at(best / nx / ny);
        arrive(probe.time(next[0], next[1], next[2]));
        return true;
    }

    private void arrive(double then) {
        System.arraycopy(next, 0, here, 0, 3);
        time = then;
        probe.time(here[0], here[1], here[2]);
    }
}
