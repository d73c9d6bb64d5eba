package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** How the long-wavelength field is separated. */
public enum RegionalMethod {
    NONE,
    /** A least-squares surface. */
    POLYNOMIAL,
    /** A Gaussian low-pass. */
    GAUSSIAN,
    /** Upward continuation. */
    UPWARD;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
