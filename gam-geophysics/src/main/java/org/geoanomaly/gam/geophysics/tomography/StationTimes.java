package org.geoanomaly.gam.geophysics.tomography;

/** Travel times between one station and any place. Not thread-safe. */
public interface StationTimes {
    /** Time to a place, s; NaN where no wave arrives. */
    double time(double x, double y, double depth);

    /**
     * Derivative of the time with the place, s/m along easting, northing and depth.
     *
     * @param out three values, overwritten
     */
    void gradient(double x, double y, double depth, double[] out);

    /**
     * The ray from a place to the station.
     *
     * @param path overwritten; from the place to the station
     * @return whether there is one
     */
    boolean trace(double x, double y, double depth, RayPath path);
}
