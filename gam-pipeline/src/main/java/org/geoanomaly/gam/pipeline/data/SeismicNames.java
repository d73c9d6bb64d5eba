package org.geoanomaly.gam.pipeline.data;

/** Columns of travel times beside those of all points. */
public final class SeismicNames {
    /** Number of the event, from 0. */
    public static final String EVENT = "event";

    /** Number of the station, from 0. */
    public static final String STATION = "station";

    /** Metres below sea level, positive down. */
    public static final String EVENT_DEPTH = "event_depth";

    /** 1 for P, 2 for S. */
    public static final String PHASE = "phase";

    /** Residual in seconds by whoever located the event. */
    public static final String RESIDUAL = "residual";

    private SeismicNames() {}
}
