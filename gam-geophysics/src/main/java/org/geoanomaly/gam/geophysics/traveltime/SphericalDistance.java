package org.geoanomaly.gam.geophysics.traveltime;

/**
 * Distance along the chord in geocentric coordinates. Differences are taken as squared sines of half angles, so that nothing cancels near
 * the source.
 */
final class SphericalDistance extends SourceDistance {
    private final VelocityGrid grid;
    private final double longitude;
    private final double latitude;
    private final double sourceRadius;
    private final double cosSource;
    private final double[] sinEast;
    private final double[] hiddenEast;
    private final double[] sinNorth;
    private final double[] hiddenNorth;
    private final double[] sinLatitude;
    private final double[] cosLatitude;

    SphericalDistance(VelocityGrid grid, Source source) {
        this.grid = grid;
        this.longitude = Math.toRadians(source.x());
        this.latitude = grid.y().count() > 1 ? Math.toRadians(source.y()) : 0;
        this.sourceRadius = grid.radius() - source.z();
        this.cosSource = Math.cos(latitude);
        int nx = grid.x().count();
        int ny = grid.y().count();
        this.sinEast = new double[nx];
        this.hiddenEast = new double[nx];
        for (int i = 0; i < nx; i++) {
            double angle = Math.toRadians(grid.x().at(i)) - longitude;
            sinEast[i] = Math.sin(angle);
            hiddenEast[i] = versine(angle);
        }
        this.sinNorth = new double[ny];
        this.hiddenNorth = new double[ny];
        this.sinLatitude = new double[ny];
        this.cosLatitude = new double[ny];
        for (int j = 0; j < ny; j++) {
            double place = Math.toRadians(grid.y().at(j));
            sinNorth[j] = Math.sin(place - latitude);
            hiddenNorth[j] = versine(place - latitude);
            sinLatitude[j] = Math.sin(place);
            cosLatitude[j] = Math.cos(place);
        }
    }

    /** 1 − cos. */
    private static double versine(double angle) {
        double half = Math.sin(0.5 * angle);
        return 2 * half * half;
    }

    @Override
    void atNode(int i, int j, int k, Offset out) {
        double depth = grid.z().at(k);
        double r = grid.radius() - depth;
        double hidden = hiddenNorth[j] + cosLatitude[j] * cosSource * hiddenEast[i];
        double turn = sinNorth[j] - cosSource * sinLatitude[j] * hiddenEast[i];
        set(r, hidden, turn, cosSource * sinEast[i], out);
        out.ix = inverse(grid.x()) / (Math.toRadians(1) * r * cosLatitude[j]);
        out.iy = inverse(grid.y()) / (Math.toRadians(1) * r);
        out.iz = inverse(grid.z());
    }

    @Override
    void at(double x, double y, double z, Offset out) {
        double place = grid.y().count() > 1 ? Math.toRadians(y) : 0;
        double angle = Math.toRadians(x) - longitude;
        double hidden = versine(place - latitude) + Math.cos(place) * cosSource * versine(angle);
        double turn = Math.sin(place - latitude) - cosSource * Math.sin(place) * versine(angle);
        set(grid.radius() - z, hidden, turn, cosSource * Math.sin(angle), out);
    }

    /** From 1 − cos of the angle to the source, and the derivatives of its negative cosine northward and eastward. */
    private void set(double r, double hidden, double turn, double east, Offset out) {
        double up = r - sourceRadius + sourceRadius * hidden;
        out.set(sourceRadius * east, sourceRadius * turn, -up);
    }
}
