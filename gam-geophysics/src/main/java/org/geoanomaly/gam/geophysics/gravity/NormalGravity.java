package org.geoanomaly.gam.geophysics.gravity;

/**
 * Magnitude of normal gravity at and above a level ellipsoid, by the closed form in ellipsoidal coordinates: no free-air series is
 * involved, so it holds at any height above the focal disc (Heiskanen and Moritz 1967, eq. 2-66; Li and Götze 2001, "Ellipsoid, geoid,
 * gravity, geodesy, and geophysics", Geophysics 66, eq. 7 and appendix B). Unlike Li and Götze's formula it keeps the small component along the
 * coordinate β, which matters above some 100 km. Immutable and safe for any number of threads.
 */
public final class NormalGravity {
    private static final NormalGravity WGS84 = new NormalGravity(Ellipsoid.WGS84);

    private final Ellipsoid ellipsoid;
    private final double a;
    private final double b;
    private final double focal2;
    private final double q0;
    private final double omega2;

    public NormalGravity(Ellipsoid ellipsoid) {
        this.ellipsoid = ellipsoid;
        this.a = ellipsoid.semimajorAxis();
        this.b = ellipsoid.semiminorAxis();
        double focal = ellipsoid.linearEccentricity();
        this.focal2 = focal * focal;
        this.q0 = ellipsoid.q0();
        this.omega2 = ellipsoid.angularVelocity() * ellipsoid.angularVelocity();
    }

    /**
     * Normal gravity of WGS84.
     *
     * @param latitudeDeg geodetic latitude, −90…90
     * @param ellipsoidalHeight metres above the ellipsoid
     * @return m/s², positive down
     */
    public static double at(double latitudeDeg, double ellipsoidalHeight) {
        return WGS84.value(latitudeDeg, ellipsoidalHeight);
    }

    public Ellipsoid ellipsoid() {
        return ellipsoid;
    }

    /** Normal gravity in m/s² at a geodetic latitude in degrees and a height in metres above this ellipsoid. */
    public double value(double latitudeDeg, double ellipsoidalHeight) {
        double phi = Math.toRadians(latitudeDeg);
        double sinPhi = Math.sin(phi);
        double cosPhi = Math.cos(phi);
        double prime = a * a / Math.hypot(a * cosPhi, b * sinPhi);
        double p = (prime + ellipsoidalHeight) * cosPhi;
        double z = (b * b / (a * a) * prime + ellipsoidalHeight) * sinPhi;

        double excess = p * p + z * z - focal2;
        double u2 = 0.5 * (excess + Math.sqrt(excess * excess + 4.0 * focal2 * z * z));
        double u = Math.sqrt(u2);
        double v2 = u2 + focal2;
        double sinBeta2 = Math.min(1.0, z * z / u2);
        double cosBeta2 = 1.0 - sinBeta2;
        double w2 = (u2 + focal2 * sinBeta2) / v2;

        double focal = Math.sqrt(focal2);
        double rotation = omega2 * a * a / q0;
        double gammaU = ellipsoid.gm() / v2
                + rotation * focal * ellipsoid.qPrime(u) / v2 * (0.5 * sinBeta2 - 1.0 / 6.0)
                - omega2 * u * cosBeta2;
        double v = Math.sqrt(v2);
        double gammaBeta = (rotation * ellipsoid.q(u) / v - omega2 * v) * Math.sqrt(sinBeta2 * cosBeta2);
        return Math.sqrt((gammaU * gammaU + gammaBeta * gammaBeta) / w2);
    }

    /** Normal gravity on the ellipsoid itself by Somigliana's formula, m/s² (Heiskanen and Moritz 1967, eq. 2-78). */
    public double onEllipsoid(double latitudeDeg) {
        double sin = Math.sin(Math.toRadians(latitudeDeg));
        double sin2 = sin * sin;
        double equator = a * ellipsoid.equatorialGravity();
        double pole = b * ellipsoid.polarGravity();
        return (equator * (1.0 - sin2) + pole * sin2) / Math.sqrt(a * a * (1.0 - sin2) + b * b * sin2);
    }

    /**
     * Gravity potential, centrifugal part included, m²/s² (Heiskanen and Moritz 1967, eq. 2-62).
     *
     * @param p distance from the rotation axis, m
     * @param z distance from the equatorial plane, m
     */
    public double potential(double p, double z) {
        double excess = p * p + z * z - focal2;
        double u2 = 0.5 * (excess + Math.sqrt(excess * excess + 4.0 * focal2 * z * z));
        double sinBeta2 = Math.min(1.0, z * z / u2);
        double focal = Math.sqrt(focal2);
        double u = Math.sqrt(u2);
        return ellipsoid.gm() / focal * Math.atan(focal / u)
                + 0.5 * omega2 * a * a * ellipsoid.q(u) / q0 * (sinBeta2 - 1.0 / 3.0)
                + 0.5 * omega2 * p * p;
    }
}
