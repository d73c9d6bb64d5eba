package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** Over which area the robust z score takes its median and MAD. */
public enum Normalization {
    /** Each tile by itself: simple, with steps at the edges. */
    TILE,
    /** Overlapping windows, blended: free of seams. */
    ROLLING,
    /** The whole world at once. */
    GLOBAL;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
