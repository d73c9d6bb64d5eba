package org.geoanomaly.gam.pipeline.fdsn;

/** The three services that the FDSN defines. */
public enum FdsnService {
    EVENT,
    STATION,
    DATASELECT;

    /** Its name in an address. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
