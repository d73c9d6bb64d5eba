package org.geoanomaly.gam.geophysics.tomography;

/** Which wave. */
public enum Phase {
    P(0),
    S(1);

    private final int index;

    Phase(int index) {
        this.index = index;
    }

    /** Place in arrays by phase. */
    int index() {
        return index;
    }
}
