package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** How a source is brought onto the grid. */
public enum Resampling {
    /** A triangle kernel, widened by the decimation ratio. */
    BILINEAR,
    /** The area-weighted mean of the source cells below a target cell. */
    AVERAGE,
    /** The source cell at the target cell's centre. */
    NEAREST;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
