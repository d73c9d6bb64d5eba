package org.geoanomaly.gam.pipeline.preprocess.gridding;

import java.util.Arrays;
import org.geoanomaly.gam.grid.stats.Statistics;
import org.geoanomaly.gam.pipeline.preprocess.plane.HoleFill;

/** Values at the nodes of a lattice with uncertainty and height; NaN where there are no data. Arrays are taken over and not changed. */
public final class NodeValues {
    private final double[] value;
    private final double[] uncertainty;
    private final double[] height;

    /**
     * Values at nodes.
     *
     * @param uncertainty one standard deviation, unit of the values
     * @param height m above sea level
     */
    public NodeValues(double[] value, double[] uncertainty, double[] height) {
        this.value = value;
        this.uncertainty = uncertainty;
        this.height = height;
    }

    public double[] value() {
        return value;
    }

    public double[] uncertainty() {
        return uncertainty;
    }

    public double[] height() {
        return height;
    }

    /** The same nodes with other values. */
    public NodeValues withValues(double[] values) {
        return new NodeValues(values, uncertainty, height);
    }

    /** Number of nodes with a value. */
    public int known() {
        return value.length - HoleFill.holes(value);
    }

    /** Inverse squared uncertainties; zero where there is no value. */
    public double[] weights() {
        double[] weight = new double[value.length];
        for (int k = 0; k < weight.length; k++) {
            double w = 1 / (uncertainty[k] * uncertainty[k]);
            weight[k] = Double.isFinite(value[k]) && Double.isFinite(w) ? w : 0;
        }
        return weight;
    }

    /** Half the range in which most values lie: the standard deviation by the median absolute deviation. */
    static double amplitude(double[] values) {
        double[] v = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (v.length == 0) {
            return 0;
        }
        double middle = v[v.length / 2];
        for (int k = 0; k < v.length; k++) {
            v[k] = Math.abs(v[k] - middle);
        }
        Arrays.sort(v);
        return Statistics.MAD_TO_STD * v[v.length / 2];
    }
}
