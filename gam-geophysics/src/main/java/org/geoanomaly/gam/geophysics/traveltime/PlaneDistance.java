package org.geoanomaly.gam.geophysics.traveltime;

/** Distance in Cartesian coordinates. */
final class PlaneDistance extends SourceDistance {
    private final double[] east;
    private final double[] north;
    private final double[] down;
    private final Source source;
    private final boolean[] open;
    private final double[] inverse;

    PlaneDistance(VelocityGrid grid, Source source) {
        this.source = source;
        this.east = offsets(grid.x(), source.x());
        this.north = offsets(grid.y(), source.y());
        this.down = offsets(grid.z(), source.z());
        this.open = new boolean[] {
            grid.x().count() > 1, grid.y().count() > 1, grid.z().count() > 1
        };
        this.inverse = new double[] {inverse(grid.x()), inverse(grid.y()), inverse(grid.z())};
    }

    private static double[] offsets(GridAxis axis, double source) {
        double[] offsets = new double[axis.count()];
        for (int i = 0; i < offsets.length && offsets.length > 1; i++) {
            offsets[i] = axis.at(i) - source;
        }
        return offsets;
    }

    @Override
    void atNode(int i, int j, int k, Offset out) {
        out.set(east[i], north[j], down[k]);
        out.ix = inverse[0];
        out.iy = inverse[1];
        out.iz = inverse[2];
    }

    @Override
    void at(double x, double y, double z, Offset out) {
        out.set(open[0] ? x - source.x() : 0, open[1] ? y - source.y() : 0, open[2] ? z - source.z() : 0);
    }
}
