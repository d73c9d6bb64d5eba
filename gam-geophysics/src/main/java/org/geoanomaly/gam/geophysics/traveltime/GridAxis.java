package org.geoanomaly.gam.geophysics.traveltime;

/**
 * Places of the nodes along one axis.
 *
 * @param start coordinate of the first node
 * @param step to the next node, above 0; of no meaning if there is only one
 * @param count of nodes, at least 1
 */
public record GridAxis(double start, double step, int count) {
    private static final double EDGE = 1e-9;

    public GridAxis {
        if (count < 1 || !(step > 0) || !Double.isFinite(start + step * count)) {
            throw new IllegalArgumentException(
                    "an axis needs a finite start, a step above 0 and at least one node; got start " + start + ", step "
                            + step + ", count " + count);
        }
    }

    /** The axis whose nodes divide a length into equal steps of about the wanted size, and never larger. */
    public static GridAxis spanning(double from, double to, double largestStep) {
        if (!(to > from) || !(largestStep > 0)) {
            throw new IllegalArgumentException(
                    "an axis from " + from + " to " + to + " cannot have steps of " + largestStep);
        }
        double steps = Math.ceil((to - from) / largestStep - EDGE);
        if (!(steps < Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "an axis from " + from + " to " + to + " has too many steps of " + largestStep);
        }
        int n = Math.max(1, (int) steps);
        return new GridAxis(from, (to - from) / n, n + 1);
    }

    /** Coordinate of node i. */
    public double at(int i) {
        return start + i * step;
    }

    /** Coordinate of the last node. */
    public double end() {
        return at(count - 1);
    }

    /** Whether a coordinate lies between the first and the last node; an axis of one node holds every coordinate. */
    public boolean holds(double coordinate) {
        double place = position(coordinate);
        return place >= -EDGE && place <= count - 1 + EDGE;
    }

    /** The place in steps from the first node; 0 if there is only one node. */
    double position(double coordinate) {
        return count == 1 ? 0 : (coordinate - start) / step;
    }

    /** The first node of the step that holds a place, for places outside that of the nearest step. */
    int cell(double position) {
        return Math.max(0, Math.min(Math.max(0, count - 2), (int) Math.floor(position)));
    }

    /** The nearest coordinate between the first and the last node. */
    double clamp(double coordinate) {
        return count == 1 ? start : Math.max(start, Math.min(end(), coordinate));
    }
}
