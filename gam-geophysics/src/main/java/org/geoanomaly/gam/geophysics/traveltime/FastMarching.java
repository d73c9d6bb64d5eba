package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;

/**
 * The eikonal equation |∇T| = s by fast marching (Sethian 1996) of second order (Sethian 1999) with the factor T = T₀ τ of Treister &amp;
 * Haber (2016): T₀ is the distance from the source, and what is discretised is τ, smooth at the source. In a constant velocity τ is the
 * slowness, exactly.
 */
public final class FastMarching {
    private static final int STARTING_POINTS = 8;

    private FastMarching() {}

    /**
     * First-arrival times from a source.
     *
     * @throws IllegalArgumentException if the source lies outside the grid or has only air around it
     */
    public static TravelTimeField solve(VelocityGrid grid, Source source) {
        grid.requireInside("the source", source.x(), source.y(), source.z());
        March march = new March(grid, source);
        start(grid, source, march);
        march.run();
        return new TravelTimeField(grid, source, march.factors());
    }

    /** The nodes around the source get the time along the straight line to it, which errs by the cube of its length only. */
    private static void start(VelocityGrid grid, Source source, March march) {
        int[] low = new int[3];
        int[] high = new int[3];
        for (int d = 0; d < 3; d++) {
            GridAxis axis = grid.axis(d);
            double at = axis.position(d == 0 ? source.x() : d == 1 ? source.y() : source.z());
            low[d] = Math.max(0, Math.min(axis.count() - 1, (int) Math.ceil(at - 1)));
            high[d] = Math.max(low[d], Math.min(axis.count() - 1, (int) Math.floor(at + 1)));
        }
        Stencil stencil = new Stencil(grid);
        boolean any = false;
        for (int k = low[2]; k <= high[2]; k++) {
            for (int j = low[1]; j <= high[1]; j++) {
                for (int i = low[0]; i <= high[0]; i++) {
                    double slowness = straight(grid, source, stencil, new int[] {i, j, k});
                    if (!Double.isNaN(slowness)) {
                        march.start(i, j, k, slowness);
                        any = true;
                    }
                }
            }
        }
        if (!any) {
            throw new IllegalArgumentException("the source at (" + source.x() + ", " + source.y() + ", " + source.z()
                    + ") has only air around it");
        }
    }

    /** Mean slowness on the way to a node; NaN if the node is air. */
    private static double straight(VelocityGrid grid, Source source, Stencil stencil, int[] node) {
        int index = grid.index(node[0], node[1], node[2]);
        if (grid.isAir(index)) {
            return Double.NaN;
        }
        double[] slowness = new double[STARTING_POINTS];
        for (int q = 0; q < STARTING_POINTS; q++) {
            double part = (q + 0.5) / STARTING_POINTS;
            stencil.at(
                    source.x() + part * (grid.x().at(node[0]) - source.x()),
                    source.y() + part * (grid.y().at(node[1]) - source.y()),
                    source.z() + part * (grid.z().at(node[2]) - source.z()));
            slowness[q] = grid.mean(stencil);
        }
        return Arrays.stream(slowness).map(s -> s - slowness[0]).average().orElse(0) + slowness[0];
    }
}
