package org.geoanomaly.gam.pipeline.config;

import java.util.Locale;

/** Which sources of few parameters are fitted to displacements beside the model of cells. */
public enum SingleSources {
    /** Points where the cells gain and lose most volume (Mogi 1958). */
    MOGI,
    /** A rectangle that opens or closes (Okada 1985): sill, dike and what lies between. */
    OKADA,
    /** None. */
    NONE;

    /** The word in the configuration file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
