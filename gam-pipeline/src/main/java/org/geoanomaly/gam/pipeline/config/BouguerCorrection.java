package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** What is taken away for the rock between the station and the ellipsoid. */
public enum BouguerCorrection {
    /** Nothing: the anomaly stays free-air. */
    NONE,
    /** An infinite plate. */
    PLATE,
    /** Prisms of a terrain model. */
    TERRAIN;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
