package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.Parallelism;

/** Values of a model at the nodes of a grid, where stations are near enough to vouch for them. */
public final class StationGridding {
    /** How far from a station a node may lie, in spacings of the model. */
    public static final double REACH = 2.0;

    private static final int BATCH = 4096;

    private StationGridding() {}

    /**
     * Nodes of a grid at one height, rows counted north.
     *
     * @param west of the first column, m
     * @param south of the first row, m
     * @param dx distance of columns, m
     * @param dy distance of rows, m
     */
    public record Nodes(double west, double south, double dx, double dy, int columns, int rows) {
        public Nodes {
            if (columns < 1 || rows < 1 || (long) columns * rows > 1 << 28 || !(dx > 0) || !(dy > 0)) {
                throw new IllegalArgumentException(
                        "a grid needs nodes and positive spacings: " + columns + " x " + rows + ", " + dx + ", " + dy);
            }
        }

        /** Points with index {@code row * columns + column}. */
        public ObservationPoints at(double height) {
            double[] heights = new double[columns * rows];
            Arrays.fill(heights, height);
            return draped(heights);
        }

        /** Points at a height each, m. */
        public ObservationPoints draped(double[] heights) {
            double[] e = new double[columns * rows];
            double[] n = new double[columns * rows];
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < columns; i++) {
                    e[j * columns + i] = west + i * dx;
                    n[j * columns + i] = south + j * dy;
                }
            }
            return new ObservationPoints(e, n, heights);
        }
    }

    /**
     * The field at points within {@code reach} of a station and not below the sources; NaN elsewhere.
     *
     * @param reach in spacings of the model, usually {@link #REACH}
     */
    public static GriddedField grid(
            EquivalentSourceModel model, ObservationPoints points, double reach, Parallelism parallel) {
        int n = points.size();
        double[] distance = new double[n];
        double[] error = new double[n];
        boolean[] kept = new boolean[n];
        double below = 0.5 * model.depth();
        parallel.run((n + BATCH - 1) / BATCH, () -> {
            double[] nearest = new double[2];
            return batch -> {
                for (int i = batch * BATCH; i < Math.min(n, (batch + 1) * BATCH); i++) {
                    model.nearestStation(points.easting(i), points.northing(i), nearest);
                    distance[i] = nearest[0];
                    kept[i] = nearest[0] <= reach * model.spacing() && points.height(i) >= nearest[1] - below;
                    error[i] = kept[i] ? model.errorAt(points.easting(i), points.northing(i), nearest[0]) : Double.NaN;
                }
            };
        });
        double[] some = model.predict(select(points, kept), parallel);
        double[] values = new double[n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            values[i] = kept[i] ? some[next++] : Double.NaN;
        }
        return new GriddedField(values, error, distance);
    }

    private static ObservationPoints select(ObservationPoints points, boolean[] kept) {
        int count = 0;
        for (boolean k : kept) {
            count += k ? 1 : 0;
        }
        double[] e = new double[count];
        double[] n = new double[count];
        double[] h = new double[count];
        int next = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                e[next] = points.easting(i);
                n[next] = points.northing(i);
                h[next++] = points.height(i);
            }
        }
        return new ObservationPoints(e, n, h);
    }
}
