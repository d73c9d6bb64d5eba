package org.geoanomaly.gam.formats.sgt;

import org.jspecify.annotations.Nullable;

/** First arrivals along a refraction profile. The arrays are not copies. */
public final class SgtData {
    private final double[] x;
    private final double[] z;
    private final int[] shot;
    private final int[] geophone;
    private final double[] time;
    private final double @Nullable [] error;
    private final int invalid;

    /**
     * First arrivals; the arrays are taken over.
     *
     * @param x of the sensors (shots and geophones) along the profile, m
     * @param z of the sensors, m, positive up
     * @param shot of each pick: index of a sensor, from 0
     * @param geophone of each pick: index of a sensor, from 0
     * @param time of each pick, s
     * @param error one standard deviation of each pick, s; null if the file has none
     * @param invalid how many rows the file itself marks as not valid; they are left out here
     */
    SgtData(double[] x, double[] z, int[] shot, int[] geophone, double[] time, double @Nullable [] error, int invalid) {
        this.x = x;
        this.z = z;
        this.shot = shot;
        this.geophone = geophone;
        this.time = time;
        this.error = error;
        this.invalid = invalid;
    }

    /** Number of sensors. */
    public int sensors() {
        return x.length;
    }

    /** Number of picks. */
    public int picks() {
        return time.length;
    }

    /** Places of the sensors along the profile, m. */
    public double[] x() {
        return x;
    }

    /** Heights of the sensors, m, positive up. */
    public double[] z() {
        return z;
    }

    /** Sensor of each pick's shot, from 0. */
    public int[] shot() {
        return shot;
    }

    /** Sensor of each pick's geophone, from 0. */
    public int[] geophone() {
        return geophone;
    }

    /** Travel time of each pick, s. */
    public double[] time() {
        return time;
    }

    /** One standard deviation of each pick, s; null if the file has none. */
    public double @Nullable [] error() {
        return error;
    }

    /** How many rows of the file are marked as not valid; they are not among the picks. */
    public int invalid() {
        return invalid;
    }
}
