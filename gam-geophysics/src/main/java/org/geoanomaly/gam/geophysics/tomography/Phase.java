package org.geoanomaly.gam.geophysics.tomography;

/** Which wave. */
public enum Phase {
    P,
    S
}
