package org.geoanomaly.gam.grid.resample;

/** Takes a target coordinate to the source's reference system. Thread-safe. */
@FunctionalInterface
public interface PointTransform {
    /**
     * Maps one point.
     *
     * @param x target x (longitude in degrees if geographic)
     * @param y target y (latitude in degrees if geographic)
     * @param out receives source x and y
     * @return false where the point has no image
     */
    boolean transform(double x, double y, double[] out);
}
