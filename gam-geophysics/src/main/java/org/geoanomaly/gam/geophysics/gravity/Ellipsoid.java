package org.geoanomaly.gam.geophysics.gravity;

/**
 * A rotating level ellipsoid: four defining constants, from which the whole normal field follows (Heiskanen and Moritz 1967, chapter 2;
 * Moritz 2000, "Geodetic Reference System 1980").
 *
 * @param name for messages and metadata
 * @param semimajorAxis equatorial radius a, m
 * @param inverseFlattening a / (a − b)
 * @param gm geocentric gravitational constant with the atmosphere, m³/s²
 * @param angularVelocity ω, rad/s
 */
public record Ellipsoid(
        String name, double semimajorAxis, double inverseFlattening, double gm, double angularVelocity) {

    /** NIMA TR8350.2, third edition, amendment 1. */
    public static final Ellipsoid WGS84 =
            new Ellipsoid("WGS84", 6_378_137.0, 298.257223563, 3.986004418e14, 7.292115e-5);

    /** Moritz (2000); the flattening is the one derived there from J₂ = 108263e-8. */
    public static final Ellipsoid GRS80 =
            new Ellipsoid("GRS80", 6_378_137.0, 298.2572221008827, 3.986005e14, 7.292115e-5);

    public Ellipsoid {
        if (!(semimajorAxis > 0) || !(inverseFlattening > 1) || !(gm > 0) || !(angularVelocity >= 0)) {
            throw new IllegalArgumentException("not an oblate ellipsoid: a = " + semimajorAxis + ", 1/f = "
                    + inverseFlattening + ", GM = " + gm + ", omega = " + angularVelocity);
        }
    }

    public double flattening() {
        return 1.0 / inverseFlattening;
    }

    /** Polar radius b, m. */
    public double semiminorAxis() {
        return semimajorAxis * (1.0 - flattening());
    }

    /** Linear eccentricity E = √(a² − b²), m. */
    public double linearEccentricity() {
        return semimajorAxis * Math.sqrt(eccentricitySquared());
    }

    /** First eccentricity squared, e² = f (2 − f). */
    public double eccentricitySquared() {
        return flattening() * (2.0 - flattening());
    }

    /** Second eccentricity squared, e′² = E² / b². */
    public double secondEccentricitySquared() {
        double ratio = 1.0 - flattening();
        return eccentricitySquared() / (ratio * ratio);
    }

    /** m = ω² a² b / GM. */
    public double centrifugalRatio() {
        double wa = angularVelocity * semimajorAxis;
        return wa * wa * semiminorAxis() / gm;
    }

    /** Dynamical form factor J₂ (Heiskanen and Moritz 1967, eq. 2-90). */
    public double j2() {
        double secondEccentricity = Math.sqrt(secondEccentricitySquared());
        return eccentricitySquared() / 3.0 * (1.0 - 2.0 / 15.0 * centrifugalRatio() * secondEccentricity / q0());
    }

    /**
     * The even zonal coefficient J₂ₙ of the normal field, unnormalised, with the sign convention V = GM/r (1 − Σ J₂ₙ (a/r)²ⁿ P₂ₙ)
     * (Heiskanen and Moritz 1967, eq. 2-92).
     *
     * @param n half the degree, at least 1
     */
    public double evenZonal(int n) {
        double e2 = eccentricitySquared();
        double sign = n % 2 == 0 ? -1.0 : 1.0;
        return sign * 3.0 * Math.pow(e2, n) / ((2.0 * n + 1.0) * (2.0 * n + 3.0)) * (1.0 - n + 5.0 * n * j2() / e2);
    }

    /** Normal gravity at the equator, m/s² (Heiskanen and Moritz 1967, eq. 2-73). */
    public double equatorialGravity() {
        double m = centrifugalRatio();
        return gm / (semimajorAxis * semiminorAxis()) * (1.0 - m - m / 6.0 * q0Ratio());
    }

    /** Normal gravity at the poles, m/s² (Heiskanen and Moritz 1967, eq. 2-74). */
    public double polarGravity() {
        return gm / (semimajorAxis * semimajorAxis) * (1.0 + centrifugalRatio() / 3.0 * q0Ratio());
    }

    /** Gravity potential on the ellipsoid, centrifugal part included, m²/s² (Heiskanen and Moritz 1967, eq. 2-61). */
    public double surfacePotential() {
        double eccentricity = linearEccentricity();
        double wa = angularVelocity * semimajorAxis;
        return gm / eccentricity * Math.atan(eccentricity / semiminorAxis()) + wa * wa / 3.0;
    }

    double q0() {
        return q(semiminorAxis());
    }

    private double q0Ratio() {
        return Math.sqrt(secondEccentricitySquared()) * qPrime(semiminorAxis()) / q0();
    }

    /** q(u) = ½[(1 + 3u²/E²) atan(E/u) − 3u/E] (eq. 2-57) by its series in E/u, which loses no digits. */
    double q(double u) {
        double x = linearEccentricity() / u;
        double x2 = x * x;
        double power = x * x2;
        double sum = 0.0;
        for (int n = 1; Math.abs(power) > 1e-25; n++) {
            sum += (n % 2 == 0 ? -1.0 : 1.0) * 2.0 * n * power / ((2.0 * n + 1.0) * (2.0 * n + 3.0));
            power *= x2;
        }
        return sum;
    }

    /** q′(u) = 3(1 + u²/E²)(1 − u/E atan(E/u)) − 1 (eq. 2-67), by its series in E/u. */
    double qPrime(double u) {
        double x = linearEccentricity() / u;
        double x2 = x * x;
        double power = x2;
        double sum = 0.0;
        for (int n = 1; Math.abs(power) > 1e-25; n++) {
            sum += (n % 2 == 0 ? -1.0 : 1.0) * 6.0 * power / ((2.0 * n + 1.0) * (2.0 * n + 3.0));
            power *= x2;
        }
        return sum;
    }
}
