package org.geoanomaly.gam.formats.shc;

import org.geoanomaly.gam.grid.error.GamException;

/**
 * A magnetic model: Gauss coefficients at one or more epochs, between which each coefficient is a polynomial. Immutable. Epochs are decimal
 * years. A model of one epoch is static and valid always.
 */
public final class ShcModel {
    private final String name;
    private final int minDegree;
    private final int maxDegree;
    private final double[] epochs;
    private final int order;
    private final int step;
    private final double[][] g;
    private final double[][] h;

    /**
     * A model whose coefficients are packed as degree (degree + 1) / 2 + order, first index the epoch; arrays are not copied.
     *
     * @param order spline order: 2 is linear between epochs
     * @param step how many epochs make one polynomial piece
     */
    ShcModel(
            String name,
            int minDegree,
            int maxDegree,
            double[] epochs,
            int order,
            int step,
            double[][] g,
            double[][] h) {
        this.name = name;
        this.minDegree = minDegree;
        this.maxDegree = maxDegree;
        this.epochs = epochs;
        this.order = order;
        this.step = step;
        this.g = g;
        this.h = h;
    }

    /** From the file's first comment or header line. */
    public String name() {
        return name;
    }

    public int minDegree() {
        return minDegree;
    }

    public int maxDegree() {
        return maxDegree;
    }

    /** First epoch, decimal year. */
    public double validFrom() {
        return epochs[0];
    }

    /** Last epoch, decimal year; equal to the first for a static model. */
    public double validTo() {
        return epochs[epochs.length - 1];
    }

    public boolean isStatic() {
        return epochs.length == 1;
    }

    /** Receives the coefficients of a model one by one. */
    public interface CoefficientSink {
        void accept(int degree, int order, double g, double h);
    }

    /**
     * Hands out all coefficients at an epoch.
     *
     * @param epoch decimal year; any number for a static model
     * @throws GamException if the model does not reach to that epoch
     */
    public void forEach(double epoch, CoefficientSink sink) {
        int first = 0;
        double[] weights = {1.0};
        if (!isStatic()) {
            requireValid(epoch);
            first = piece(epoch);
            weights = weights(first, epoch);
        }
        for (int n = minDegree; n <= maxDegree; n++) {
            for (int m = 0; m <= n; m++) {
                int i = n * (n + 1) / 2 + m;
                sink.accept(n, m, blend(g, first, weights, i), blend(h, first, weights, i));
            }
        }
    }

    private void requireValid(double epoch) {
        if (!(epoch >= validFrom() && epoch <= validTo())) {
            throw new GamException(
                    "epoch " + epoch + " lies outside " + validFrom() + ".." + validTo() + ", which " + name
                            + " covers",
                    "give a decimal year within that range",
                    null);
        }
    }

    /** The first epoch of the polynomial piece that holds an epoch. */
    private int piece(double epoch) {
        int nodes = nodes();
        int last = epochs.length - nodes;
        int at = 0;
        int stride = order == 2 ? 1 : step;
        while (at + stride <= last && epoch >= epochs[at + stride]) {
            at += stride;
        }
        return Math.min(at, last);
    }

    private int nodes() {
        return Math.min(order == 1 ? 1 : order, epochs.length);
    }

    /** Lagrange weights of the piece's epochs: exact for a spline whose pieces are sampled at as many epochs as its order. */
    private double[] weights(int first, double epoch) {
        double[] out = new double[nodes()];
        for (int i = 0; i < out.length; i++) {
            out[i] = 1.0;
            for (int j = 0; j < out.length; j++) {
                if (i != j) {
                    out[i] *= (epoch - epochs[first + j]) / (epochs[first + i] - epochs[first + j]);
                }
            }
        }
        return out;
    }

    private static double blend(double[][] values, int first, double[] weights, int i) {
        double sum = 0.0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values[first + k][i];
        }
        return sum;
    }
}
