package org.geoanomaly.gam.formats.points;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;

/** Puts points that lie on a regular grid, in any order and with gaps, back into the grid. */
public final class PointGrid {
    /** Coordinates may be off by this share of a step, as printing rounds them. */
    private static final double TOLERANCE = 0.05;
    /** A grid with fewer than one point in so many nodes is scattered data that happens to be rounded. */
    private static final int SPARSEST = 4;

    private PointGrid() {}

    private record Axis(double first, double step, int count) {
        double last() {
            return first + (count - 1) * step;
        }
    }

    /**
     * Assembles a grid.
     *
     * @param source the file, for messages
     * @param x eastings or longitudes
     * @param y northings or latitudes
     * @param values at the points; NaN is no-data
     * @throws DataFormatException if the points do not lie on a regular grid, or two share a node
     */
    public static FloatGrid assemble(String source, double[] x, double[] y, double[] values, Crs crs, Unit unit) {
        Axis ax = axis(x).orElseThrow(() -> scattered(source, "x"));
        Axis ay = axis(y).orElseThrow(() -> scattered(source, "y"));
        if ((long) ax.count * ay.count > (long) SPARSEST * x.length) {
            throw scattered(source, "x and y");
        }
        boolean cells = crs.geographic() && cells(ax, ay);
        GridGeometry geometry = new GridGeometry(
                crs,
                ax.first - ax.step / 2,
                ay.last() + ay.step / 2,
                ax.step,
                ay.step,
                ax.count,
                ay.count,
                cells ? Registration.CELL : Registration.NODE);
        float[] out = new float[geometry.size()];
        Arrays.fill(out, Float.NaN);
        boolean[] seen = new boolean[out.length];
        for (int i = 0; i < x.length; i++) {
            int column = (int) Math.rint((x[i] - ax.first) / ax.step);
            int row = ay.count - 1 - (int) Math.rint((y[i] - ay.first) / ay.step);
            int at = row * ax.count + column;
            if (seen[at]) {
                throw new DataFormatException(
                        source, String.format(Locale.ROOT, "has two points at %s, %s", x[i], y[i]), null, null);
            }
            seen[at] = true;
            out[at] = (float) values[i];
        }
        return new FloatGrid(geometry, unit, out);
    }

    /** Whether the points lie on a grid that {@link #assemble} would accept. */
    public static boolean isRegular(double[] x, double[] y) {
        Optional<Axis> ax = axis(x);
        Optional<Axis> ay = axis(y);
        return ax.isPresent() && ay.isPresent() && (long) ax.get().count * ay.get().count <= (long) SPARSEST * x.length;
    }

    private static Optional<Axis> axis(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n < 4 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[n - 1])) {
            return Optional.empty();
        }
        double first = sorted[0];
        double last = sorted[n - 1];
        double noise = (last - first) * 1e-9;
        double gap = Double.POSITIVE_INFINITY;
        int distinct = 1;
        for (int i = 1; i < n; i++) {
            double difference = sorted[i] - sorted[i - 1];
            if (difference > noise) {
                gap = Math.min(gap, difference);
                distinct++;
            }
        }
        if (distinct < 2) {
            return Optional.empty();
        }
        // printed coordinates blur the smallest gap; the extent gives the step more exactly
        double steps = Math.rint((last - first) / gap);
        if (!(steps < 1e6) || steps + 1 > 2.0 * distinct) {
            steps = distinct - 1;
        }
        double step = (last - first) / steps;
        for (double v : sorted) {
            double k = (v - first) / step;
            if (Math.abs(k - Math.rint(k)) > TOLERANCE) {
                return Optional.empty();
            }
        }
        return Optional.of(new Axis(first, step, (int) steps + 1));
    }

    /** Cells are meant if only cells around the points reach exactly to the poles. */
    private static boolean cells(Axis x, Axis y) {
        boolean poles = Math.abs(y.first - y.step / 2 + 90) < y.step / 100
                && Math.abs(y.last() + y.step / 2 - 90) < y.step / 100;
        return poles && Math.abs(x.count * x.step - 360) < x.step / 100;
    }

    private static DataFormatException scattered(String source, String what) {
        return new DataFormatException(
                source,
                "holds points whose " + what + " do not lie on a regular grid",
                "scattered points must be gridded first; use them as stations",
                null);
    }
}
