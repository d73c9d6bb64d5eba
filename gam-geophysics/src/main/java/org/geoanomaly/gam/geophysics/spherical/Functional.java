package org.geoanomaly.gam.geophysics.spherical;

/** A quantity to be synthesised: which harmonic fields it needs and how it follows from their values at one point. Thread-safe. */
interface Functional {
    /** The fields whose values {@link #value} receives, in this order. */
    SolidHarmonics[] fields();

    /**
     * The quantity at one point in its own unit.
     *
     * @param f values of the fields there
     * @param at the point
     */
    double value(double[] f, LocalPoint at);
}
