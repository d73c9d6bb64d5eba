package org.geoanomaly.gam.geophysics.inversion;

/**
 * What a trade-off leaves unexplained.
 *
 * @param beta trade-off in units that do not depend on the survey's extent: β over the largest weight of a cell
 * @param chi χ²/N
 */
public record TradeOffPoint(double beta, double chi) {
    public TradeOffPoint {
        if (!(beta > 0.0) || !(chi >= 0.0)) {
            throw new IllegalArgumentException("no trade-off: " + beta + ", " + chi);
        }
    }
}
