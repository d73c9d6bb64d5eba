package org.geoanomaly.gam.geophysics.tomography;

/**
 * Times along straight lines, for when the bending of rays does not matter or cannot be computed: t = ∫ s dl by the midpoint rule in steps of a
 * fixed length.
 */
public final class StraightRays implements TravelTimes {
    private static final int MOST = 100_000;

    private final SlownessModel model;
    private final double step;

    /**
     * Straight rays through a model.
     *
     * @param step length of a piece, m
     */
    public StraightRays(SlownessModel model, double step) {
        if (!(step > 0.0)) {
            throw new IllegalArgumentException("a ray cannot have pieces of " + step + " m");
        }
        this.model = model;
        this.step = step;
    }

    /** In steps of a third of the smallest side of a cell. */
    public static TravelTimes through(SlownessModel model) {
        var mesh = model.mesh();
        double least = Math.min(mesh.dx(), mesh.dy());
        for (int k = 0; k < mesh.nz(); k++) {
            least = Math.min(least, mesh.thickness(k));
        }
        return new StraightRays(model, least / 3.0);
    }

    @Override
    public StationTimes from(Phase phase, double x, double y, double depth) {
        return new Lines(phase, x, y, depth);
    }

    private final class Lines implements StationTimes {
        private final SlownessModel.Reader reader = model.reader();
        private final Phase phase;
        private final double x0;
        private final double y0;
        private final double z0;

        Lines(Phase phase, double x, double y, double depth) {
            this.phase = phase;
            this.x0 = x;
            this.y0 = y;
            this.z0 = depth;
        }

        private double length(double x, double y, double depth) {
            double dx = x - x0;
            double dy = y - y0;
            double dz = depth - z0;
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }

        @Override
        public double time(double x, double y, double depth) {
            double length = length(x, y, depth);
            int n = (int) Math.max(1, Math.min(MOST, Math.ceil(length / step)));
            double sum = 0.0;
            for (int i = 0; i < n; i++) {
                double f = (i + 0.5) / n;
                sum += reader.slowness(phase, x0 + f * (x - x0), y0 + f * (y - y0), z0 + f * (depth - z0));
            }
            return sum * length / n;
        }

        /** Of the integral itself, the slowness along the line included: by differences of a hundredth of a step. */
        @Override
        public void gradient(double x, double y, double depth, double[] out) {
            double h = 0.01 * step;
            out[0] = (time(x + h, y, depth) - time(x - h, y, depth)) / (2.0 * h);
            out[1] = (time(x, y + h, depth) - time(x, y - h, depth)) / (2.0 * h);
            out[2] = (time(x, y, depth + h) - time(x, y, depth - h)) / (2.0 * h);
        }

        @Override
        public boolean trace(double x, double y, double depth, RayPath path) {
            path.clear();
            path.add(x, y, depth);
            path.add(x0, y0, z0);
            return true;
        }
    }
}
