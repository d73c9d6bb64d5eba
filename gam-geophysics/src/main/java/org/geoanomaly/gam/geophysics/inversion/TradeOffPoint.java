package org.geoanomaly.gam.geophysics.inversion;

/**
 * What a trade-off leaves unexplained.
 *
 * @param beta trade-off in units that do not depend on the survey's extent: β over the largest weight of a cell
 * @param chi χ²/N
 * @param worst χ²/n of the worst window, over the multiple of the target that it may reach; 0 if only the mean counts
 */
public record TradeOffPoint(double beta, double chi, double worst) {
    public TradeOffPoint {
        if (!(beta > 0.0) || !(chi >= 0.0) || !(worst >= 0.0)) {
            throw new IllegalArgumentException("no trade-off: " + beta + ", " + chi + ", " + worst);
        }
    }
}
