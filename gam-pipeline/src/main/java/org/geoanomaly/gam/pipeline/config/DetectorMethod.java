package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** How anomalies are found in the fused model. */
public enum DetectorMethod {
    /** Connected cells beyond a z score. */
    ZSCORE;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
