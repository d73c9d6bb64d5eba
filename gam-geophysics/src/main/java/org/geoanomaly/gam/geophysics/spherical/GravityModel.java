package org.geoanomaly.gam.geophysics.spherical;

/**
 * A global gravity model at one epoch.
 *
 * @param name for metadata
 * @param potential gravitational potential, scale GM/R
 * @param tide its tide system
 */
public record GravityModel(String name, SolidHarmonics potential, TideSystem tide) {

    public static GravityModel of(
            String name, double gm, double radius, HarmonicCoefficients coefficients, TideSystem tide) {
        return new GravityModel(name, new SolidHarmonics(gm / radius, radius, coefficients), tide);
    }

    public double gm() {
        return potential.scale() * potential.radius();
    }

    public int maxDegree() {
        return potential.coefficients().maxDegree();
    }

    /** This model in another tide system; itself if nothing changes or its own system is unknown. */
    public GravityModel in(TideSystem target) {
        double change = tide.c20To(target);
        HarmonicCoefficients c = potential.coefficients();
        if (change == 0.0 || c.maxDegree() < 2) {
            return this;
        }
        HarmonicCoefficients moved = c.scaled(c.maxDegree(), n -> 1.0);
        moved.add(2, 0, change, 0.0);
        return new GravityModel(name, new SolidHarmonics(potential.scale(), potential.radius(), moved), target);
    }
}
