package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** How models of several modalities become one. */
public enum FusionMethod {
    /** Class log-odds with each prior divided out. */
    BAYESIAN,
    /** A precision-weighted mean, scaled by the joint weight. */
    GAUSSIAN;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
