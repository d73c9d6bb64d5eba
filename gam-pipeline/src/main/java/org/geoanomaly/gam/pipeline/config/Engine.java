package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** Where tiles are computed. */
public enum Engine {
    /** Threads of this process. */
    LOCAL,
    /** An Apache Spark cluster. */
    SPARK;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
