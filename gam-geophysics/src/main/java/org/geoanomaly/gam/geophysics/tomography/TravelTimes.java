package org.geoanomaly.gam.geophysics.tomography;

/** Computes times through one model. Thread-safe. */
public interface TravelTimes {
    /** Times to and from a station at a place. */
    StationTimes from(Phase phase, double x, double y, double depth);

    /** Makes ready what all stations share, before threads ask for it. */
    default void prepare(Phase phase) {}

    /** Makes such computers. */
    @FunctionalInterface
    interface Method {
        TravelTimes through(SlownessModel model);
    }
}
