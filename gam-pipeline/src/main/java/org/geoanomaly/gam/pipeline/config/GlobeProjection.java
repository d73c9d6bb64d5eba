package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** How the figure of the globe is made flat. */
public enum GlobeProjection {
    /** An ellipse, true to area. */
    MOLLWEIDE,
    /** A compromise: neither areas nor angles are true, and both look right. */
    ROBINSON;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
