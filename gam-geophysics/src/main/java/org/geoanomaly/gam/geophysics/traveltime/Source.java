package org.geoanomaly.gam.geophysics.traveltime;

/** Where waves start: x east, y north, z depth positive down, in the coordinates of the grid. An axis of one node is left out of account. */
public record Source(double x, double y, double z) {
    public Source {
        if (!Double.isFinite(x + y + z)) {
            throw new IllegalArgumentException("a source needs finite coordinates: " + x + ", " + y + ", " + z);
        }
    }
}
