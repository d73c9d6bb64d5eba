package org.geoanomaly.gam.pipeline.demo;

import java.util.List;

/**
 * An invented planet: fractal magnetic and gravity anomaly fields with a few bodies at known places, and magnetic data gaps. Nothing in
 * it is measured.
 */
public final class SyntheticGlobe {
    /**
     * A planted body, seen as a bell of the given width in both fields.
     *
     * @param name what it imitates
     * @param latitude of its centre, degrees
     * @param longitude of its centre, degrees
     * @param radius half width, degrees
     * @param magnetic peak, nT
     * @param gravity peak, mGal
     */
    public record Body(
            String name, double latitude, double longitude, double radius, double magnetic, double gravity) {}

    private static final List<Body> BODIES = List.of(
            new Body("mafic intrusion", -25, 29, 1.6, 620, 95),
            new Body("banded iron formation", -22, 118, 1.2, 900, 40),
            new Body("ore province", 51.5, 37, 1.4, 1100, 35),
            new Body("oceanic plateau", 2, 158, 2.5, 380, 80),
            new Body("salt basin", 47, 52, 2.2, -60, -75),
            new Body("trench", -22, -71.5, 1.3, -90, -110),
            new Body("volcanic chain", 19.5, -155.5, 1.5, 450, 120),
            new Body("ice-covered basin", -78, 110, 2.4, -120, -85));

    private final SphereNoise magnetic;
    private final SphereNoise gravity;
    private final SphereNoise gaps;

    public SyntheticGlobe(long seed) {
        this.magnetic = new SphereNoise(seed);
        this.gravity = new SphereNoise(seed ^ 0x5DEECE66DL);
        this.gaps = new SphereNoise(seed ^ 0x2545F4914F6CDD1DL);
    }

    public static List<Body> bodies() {
        return BODIES;
    }

    /** Total-field anomaly in nT, or NaN in a data gap. */
    public double magnetic(double latitude, double longitude) {
        if (gaps.fractal(latitude, longitude, 3, 3, 0.5) > 0.62) {
            return Double.NaN;
        }
        double crust = 70 * magnetic.fractal(latitude, longitude, 6, 6, 0.72);
        double roughness = StrictMath.exp(1.1 * gravity.fractal(latitude, longitude, 2, 2, 0.5));
        return crust * roughness + bells(latitude, longitude, true);
    }

    /** Gravity anomaly in mGal. */
    public double gravity(double latitude, double longitude) {
        return 42 * gravity.fractal(latitude, longitude, 4, 6, 0.62)
                + 0.05 * 70 * magnetic.fractal(latitude, longitude, 6, 4, 0.72)
                + bells(latitude, longitude, false);
    }

    private static double bells(double latitude, double longitude, boolean magnetic) {
        double sum = 0;
        for (Body body : BODIES) {
            double east = Math.IEEEremainder(longitude - body.longitude, 360)
                    * StrictMath.cos(Math.toRadians((latitude + body.latitude) / 2));
            double north = latitude - body.latitude;
            double t = (east * east + north * north) / (body.radius * body.radius);
            sum += t < 30 ? (magnetic ? body.magnetic : body.gravity) * StrictMath.exp(-t) : 0;
        }
        return sum;
    }
}
