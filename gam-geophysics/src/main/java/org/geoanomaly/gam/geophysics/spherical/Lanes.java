package org.geoanomaly.gam.geophysics.spherical;

/**
 * The geometry of a block of lanes: for each its sine and cosine of geocentric latitude and q = R/r, folded into the Legendre recursion as
 * Qₙₘ = qⁿ P̄ₙₘ. Any order of lanes is right; from the equator to the poles is fastest, for the lanes still in play at a high order are then
 * the first ones.
 */
final class Lanes {
    private final int count;
    private final double[] qt;
    private final double[] q2;
    private final double[] qu;

    Lanes(int capacity) {
        this.count = capacity;
        this.qt = new double[capacity];
        this.q2 = new double[capacity];
        this.qu = new double[capacity];
    }

    void set(int lane, double sinLatitude, double cosLatitude, double q) {
        qt[lane] = q * sinLatitude;
        q2[lane] = q * q;
        qu[lane] = q * cosLatitude;
    }

    int count() {
        return count;
    }

    /** q sin φ′. */
    double[] qt() {
        return qt;
    }

    /** q². */
    double[] q2() {
        return q2;
    }

    /** q cos φ′. */
    double[] qu() {
        return qu;
    }
}
