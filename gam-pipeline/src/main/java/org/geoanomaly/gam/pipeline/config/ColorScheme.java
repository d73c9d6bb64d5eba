package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** Perceptually even colour maps. */
public enum ColorScheme {
    /** Diverging, for anomalies. */
    VIK,
    /** Diverging, for velocities. */
    ROMA,
    /** Sequential. */
    BATLOW,
    /** Sequential. */
    VIRIDIS,
    /** Sequential, for print. */
    GRAYC;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
