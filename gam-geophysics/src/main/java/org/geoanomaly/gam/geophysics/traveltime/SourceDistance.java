package org.geoanomaly.gam.geophysics.traveltime;

/**
 * Straight distance r from a source and its gradient: the factor T₀ of T = T₀ τ, which takes the cusp at the source out of what is
 * discretised (Fomel, Luo &amp; Zhao 2009; Treister &amp; Haber 2016). Immutable; answers go to the caller's {@link Offset}.
 */
abstract sealed class SourceDistance permits PlaneDistance, SphericalDistance {
    /** Distance, unit vector away from the source along the axes, and steps of the grid for each metre. */
    static final class Offset {
        double r;
        double px;
        double py;
        double pz;
        double ix;
        double iy;
        double iz;

        double p(int d) {
            return d == 0 ? px : d == 1 ? py : pz;
        }

        double inverse(int d) {
            return d == 0 ? ix : d == 1 ? iy : iz;
        }

        void set(double east, double north, double down) {
            r = Math.sqrt(east * east + north * north + down * down);
            double scale = r > 0 ? 1 / r : 0;
            px = east * scale;
            py = north * scale;
            pz = down * scale;
        }
    }

    static SourceDistance of(VelocityGrid grid, Source source) {
        return grid.isSpherical() ? new SphericalDistance(grid, source) : new PlaneDistance(grid, source);
    }

    abstract void atNode(int i, int j, int k, Offset out);

    /** The same at any place; the steps are left as they are. */
    abstract void at(double x, double y, double z, Offset out);

    /** An axis of one node has no extent: its step counts as endless. */
    static double inverse(GridAxis axis) {
        return axis.count() > 1 ? 1 / axis.step() : 0;
    }
}
