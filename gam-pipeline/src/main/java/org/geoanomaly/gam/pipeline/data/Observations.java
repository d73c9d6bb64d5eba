package org.geoanomaly.gam.pipeline.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Observations in the frame of a tile: arrays of equal length, metres and the unit of the data. None is NaN. */
public final class Observations {
    private final double[] easting;
    private final double[] northing;
    private final double[] height;
    private final double[] value;
    private final double[] uncertainty;
    private final Map<String, double[]> further;

    /**
     * Observations; the arrays are taken over.
     *
     * @param height above sea level, positive up
     * @param uncertainty one standard deviation, positive
     * @param further columns that a modality needs beside these, by name
     */
    public Observations(
            double[] easting,
            double[] northing,
            double[] height,
            double[] value,
            double[] uncertainty,
            Map<String, double[]> further) {
        this.easting = easting;
        this.northing = northing;
        this.height = height;
        this.value = value;
        this.uncertainty = uncertainty;
        this.further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
        int n = value.length;
        boolean equal = easting.length == n && northing.length == n && height.length == n && uncertainty.length == n;
        if (!equal || further.values().stream().anyMatch(c -> c.length != n)) {
            throw new IllegalArgumentException("the columns of observations differ in length");
        }
    }

    public int size() {
        return value.length;
    }

    public double[] easting() {
        return easting;
    }

    public double[] northing() {
        return northing;
    }

    public double[] height() {
        return height;
    }

    public double[] value() {
        return value;
    }

    public double[] uncertainty() {
        return uncertainty;
    }

    public Map<String, double[]> further() {
        return further;
    }
}
