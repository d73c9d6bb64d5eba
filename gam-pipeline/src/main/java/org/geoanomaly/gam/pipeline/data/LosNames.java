package org.geoanomaly.gam.pipeline.data;

/** Names of the columns that line-of-sight displacements have beside those of every table of points. */
public final class LosNames {
    /** Eastward part of the unit vector from the ground to the satellite. */
    public static final String LOS_EAST = "los_east";

    /** Its northward part. */
    public static final String LOS_NORTH = "los_north";

    /** Its upward part. */
    public static final String LOS_UP = "los_up";

    /** Number of the scene, from 0: it has its own offset, ramp and covariance. */
    public static final String TRACK = "track";

    /** Coherence, 0 to 1; in raw data. */
    public static final String COHERENCE = "coherence";

    /** Connected component of the unwrapping, 0 is none; in raw data. */
    public static final String COMPONENT = "component";

    /** Variance of the noise that neighbours of one track share; in observations. */
    public static final String SILL = "sill";

    /** Distance at which their correlation has fallen to 1/e, m; in observations. */
    public static final String RANGE = "range";

    /** 1 where a plane is to be estimated for the track, 0 where not; in observations. */
    public static final String RAMP = "ramp";

    /** 1 where a part that grows with height is to be estimated for the track, 0 where not; in observations. */
    public static final String ELEVATION = "elevation";

    private LosNames() {}
}
