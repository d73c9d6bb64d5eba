package org.geoanomaly.gam.pipeline.seam;

/**
 * Jumps |difference between neighbouring cells| across tile edges and inside tiles.
 *
 * @param edges edges between two tiles that both have data along it
 * @param pairs cell pairs compared across edges
 * @param mean mean jump across edges
 * @param std standard deviation of the jump across edges
 * @param p99 99th percentile of the jump across edges
 * @param interiorMean mean jump between neighbours inside tiles
 * @param worst the edge with the largest mean jump, such as {@code t_N30_E120|t_N30_E130}; empty if there is no edge
 * @param worstMean its mean jump
 */
public record SeamStatistics(
        int edges,
        long pairs,
        double mean,
        double std,
        double p99,
        double interiorMean,
        String worst,
        double worstMean) {
    /** Mean jump across edges relative to inside: 1 means that seams cannot be told from the rest. NaN if either is unknown. */
    public double ratio() {
        return interiorMean > 0 ? mean / interiorMean : Double.NaN;
    }
}
