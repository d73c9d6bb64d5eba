package org.geoanomaly.gam.geophysics.tomography;

/** Where rays went. Arrays belong to the caller. */
public final class RayDensity {
    private final double[] length;
    private final int[] hits;

    RayDensity(double[] length, int[] hits) {
        this.length = length;
        this.hits = hits;
    }

    /** Length of all rays in each cell, m. */
    public double[] length() {
        return length;
    }

    /** How often a ray entered each cell. */
    public int[] hits() {
        return hits;
    }
}
