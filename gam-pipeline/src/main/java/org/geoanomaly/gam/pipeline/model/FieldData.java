package org.geoanomaly.gam.pipeline.model;

import java.util.Arrays;
import java.util.Comparator;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;

/**
 * Observations as an inversion takes them: row by row from the south, each from the west, in the kernel's unit, less their base level. A
 * constant field has no source below a finite area, so the level is the median of the values, to which bodies that fill less than half of the
 * area do not matter.
 */
final class FieldData {
    private static final double CLEARANCE = 1.0 / 16.0;
    private static final double FEW = 0.05;

    private final Observations from;
    private final int[] order;
    private final double factor;
    private final double base;
    private final double lowest;

    private FieldData(Observations from, int[] order, double factor, double base, double lowest) {
        this.from = from;
        this.lowest = lowest;
        this.order = order;
        this.factor = factor;
        this.base = base;
    }

    /**
     * Prepares observations.
     *
     * @param mesh whose columns' width sets what a row is
     * @throws PreprocessingException if there are none
     */
    static FieldData of(String modality, Observations from, RegularMesh mesh, double factor) {
        if (from.size() == 0) {
            throw new PreprocessingException(
                    "there is no " + modality + " observation over this tile",
                    "choose a source that covers data.bbox, or leave " + modality + " out of data.modalities",
                    null);
        }
        Integer[] order = new Integer[from.size()];
        Arrays.setAll(order, i -> i);
        double[] north = from.northing();
        double[] east = from.easting();
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer i) -> Math.rint((north[i] - mesh.south(0)) / mesh.dy() - 0.5))
                        .thenComparingDouble(i -> east[i]));
        double[] sorted = from.value().clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
        return new FieldData(
                from, Arrays.stream(order).mapToInt(Integer::intValue).toArray(), factor, median, lowest(from, mesh));
    }

    /**
     * Observations less than a sixteenth of a cell above the cells, or in them, allow no planes and are singular at edges. If they are few, they are
     * raised, which hardly changes a field that cells of this width make.
     */
    private static double lowest(Observations from, RegularMesh mesh) {
        double least = mesh.top() + CLEARANCE * Math.min(mesh.dx(), mesh.dy());
        double[] heights = from.height();
        double first = heights[0];
        boolean level = Arrays.stream(heights).allMatch(h -> h == first);
        long below = Arrays.stream(heights).filter(h -> h < least).count();
        return level || below > FEW * heights.length ? Double.NEGATIVE_INFINITY : least;
    }

    /** The same with a level that was decided elsewhere. */
    FieldData withBase(double level) {
        return new FieldData(from, order, factor, level, lowest);
    }

    /** Number of observations that are raised. */
    int raised() {
        return (int) Arrays.stream(from.height()).filter(h -> h < lowest).count();
    }

    int size() {
        return order.length;
    }

    /** The level taken away, in the data's own unit. */
    double base() {
        return base;
    }

    ObservationPoints points() {
        double[] heights = pick(from.height());
        Arrays.setAll(heights, i -> Math.max(heights[i], lowest));
        return new ObservationPoints(pick(from.easting()), pick(from.northing()), heights);
    }

    /** Values less the base level, in the kernel's unit. */
    double[] values() {
        double[] v = pick(from.value());
        Arrays.setAll(v, i -> factor * (v[i] - base));
        return v;
    }

    double[] uncertainty() {
        double[] u = pick(from.uncertainty());
        Arrays.setAll(u, i -> factor * u[i]);
        return u;
    }

    /** Predictions in the order and unit of the observations, base level included. */
    double[] restore(double[] predicted) {
        double[] out = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            out[order[i]] = predicted[i] / factor + base;
        }
        return out;
    }

    private double[] pick(double[] column) {
        double[] out = new double[order.length];
        Arrays.setAll(out, i -> column[order[i]]);
        return out;
    }
}
