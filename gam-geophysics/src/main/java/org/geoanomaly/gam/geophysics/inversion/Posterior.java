package org.geoanomaly.gam.geophysics.inversion;

/** Standard deviations of a linear Gaussian problem: before and after the data. Arrays belong to the caller. */
public final class Posterior {
    private final double[] deviation;
    private final double[] prior;
    private final double[] resolution;

    Posterior(double[] deviation, double[] prior, double[] resolution) {
        this.deviation = deviation;
        this.prior = prior;
        this.resolution = resolution;
    }

    /** Of each cell, given the data. */
    public double[] deviation() {
        return deviation;
    }

    /** Of each cell without data, from the norm and β alone. */
    public double[] prior() {
        return prior;
    }

    /** For each layer, the part of the prior variance that the data take away: 1 is known, 0 is guessed. */
    public double[] resolution() {
        return resolution;
    }
}
