package org.geoanomaly.gam.formats.egms;

/** What a table holds. */
public enum EgmsLevel {
    /** Line-of-sight velocities, relative to a local reference. */
    L2A("L2a"),
    /** Line-of-sight velocities, calibrated with GNSS. */
    L2B("L2b"),
    /** Line-of-sight velocities of which neither the name nor the description says whether they are calibrated. */
    L2("L2"),
    /** Eastward velocities on a grid. */
    L3_EAST("L3 east-west"),
    /** Upward velocities on a grid. */
    L3_UP("L3 vertical"),
    /** Velocities on a grid of which nothing says along what they are. */
    L3("L3");

    private final String words;

    EgmsLevel(String words) {
        this.words = words;
    }

    /** Whether values are along the line of sight. */
    public boolean lineOfSight() {
        return this == L2A || this == L2B || this == L2;
    }

    @Override
    public String toString() {
        return words;
    }
}
