package org.geoanomaly.gam.geophysics.spherical;

/** The main field of one date. Immutable. */
public final class MainField {
    private final SolidHarmonics[] gradient;
    private final LegendreRecursion recursion;
    private final NormalField reference;

    MainField(SolidHarmonics[] gradient, NormalField reference) {
        this.gradient = gradient;
        this.recursion = new LegendreRecursion(gradient[0].coefficients().maxDegree());
        this.reference = reference;
    }

    /**
     * The field at one point.
     *
     * @param latitude geodetic degrees
     * @param longitude degrees
     * @param height metres above the ellipsoid
     */
    public MainFieldVector at(double latitude, double longitude, double height) {
        LocalPoint at = new LocalPoint(reference);
        at.moveTo(latitude, height);
        double lambda = Math.toRadians(longitude);
        at.longitude(Math.sin(lambda), Math.cos(lambda));
        Lanes lane = new Lanes(1);
        lane.set(0, at.sinGeocentric, at.cosGeocentric, gradient[0].radius() / at.radius);
        HarmonicCoefficients[] fields = {
            gradient[0].coefficients(), gradient[1].coefficients(), gradient[2].coefficients()
        };
        double[] g = new double[3];
        new LegendreSums(recursion, fields, lane).forEachOrder((m, live, sums) -> {
            double angle = Math.toRadians(LongitudeSynthesis.reduced(longitude, m));
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            for (int f = 0; f < 3; f++) {
                g[f] += (sums[f][0][0] + sums[f][1][0]) * c + (sums[f][2][0] + sums[f][3][0]) * s;
            }
        });
        double factor = -gradient[0].scale() * gradient[0].radius() / at.radius;
        double x = factor * g[0];
        double y = factor * g[1];
        double z = factor * g[2];
        return new MainFieldVector(at.east(x, y), at.north(x, y, z), at.up(x, y, z));
    }
}
