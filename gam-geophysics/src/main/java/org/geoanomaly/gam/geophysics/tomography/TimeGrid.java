package org.geoanomaly.gam.geophysics.tomography;

import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.geophysics.traveltime.GridAxis;
import org.jspecify.annotations.Nullable;

/**
 * The nodes on which times are computed.
 *
 * @param z depth below sea level, m
 * @param surface above which there is air; null if rock goes up to the top of the grid
 */
public record TimeGrid(
        GridAxis x, GridAxis y, GridAxis z, @Nullable Surface surface) {
    private static final int FEWEST = 4;

    /** The ground's surface. Thread-safe. */
    @FunctionalInterface
    public interface Surface {
        /** Depth of the ground below sea level, m: negative on land. */
        double depth(double x, double y);
    }

    /**
     * How fine and how far.
     *
     * @param spacing wanted distance of nodes, sideways, m; with the mesh's columns, the nodes lie at the centres of cells
     * @param down wanted distance of nodes downwards, m
     * @param margin around stations and events, m
     * @param bottom least depth of the lowest nodes below sea level, m
     * @param nodes most nodes; more make all spacings wider
     */
    public record Demand(double spacing, double down, double margin, double bottom, long nodes) {
        public Demand {
            if (!(spacing > 0.0) || !(down > 0.0) || !(margin >= 0.0) || nodes < 1000) {
                throw new IllegalArgumentException("a grid cannot have nodes every " + spacing + " m and " + down
                        + " m, " + margin + " m around, " + nodes + " at most");
            }
        }
    }

    /** A grid that holds the mesh, the stations and the events. */
    public static TimeGrid around(
            RegularMesh mesh, Places stations, Places events, Demand demand, @Nullable Surface surface) {
        double factor = 1.0;
        while (true) {
            TimeGrid grid = of(mesh, stations, events, demand, factor, surface);
            if (grid.nodes() <= demand.nodes()) {
                return grid;
            }
            factor *= 1.1;
        }
    }

    private static TimeGrid of(
            RegularMesh mesh, Places stations, Places events, Demand demand, double factor, @Nullable Surface surface) {
        double step = factor * demand.spacing();
        double[] x = extent(0, stations, events, demand.margin(), mesh.west(0), mesh.west(mesh.nx()));
        double[] y = extent(1, stations, events, demand.margin(), mesh.south(0), mesh.south(mesh.ny()));
        double[] z = extent(2, stations, events, 0.0, -mesh.top(), mesh.depth(mesh.nz()) - mesh.top());
        double down = factor * demand.down();
        GridAxis depth =
                GridAxis.spanning(z[0] - down, Math.max(demand.bottom(), z[1] + Math.max(down, demand.margin())), down);
        GridAxis east = aligned(x, mesh.west(0) + 0.5 * mesh.dx(), step);
        GridAxis north = mesh.ny() == 1
                ? new GridAxis(mesh.south(0) + 0.5 * mesh.dy(), 1.0, 1)
                : aligned(y, mesh.south(0) + 0.5 * mesh.dy(), step);
        return new TimeGrid(east, north, depth, surface);
    }

    private static double[] extent(int axis, Places a, Places b, double margin, double low, double high) {
        double[] p = a.range(axis);
        double[] q = b.range(axis);
        return new double[] {Math.min(low, Math.min(p[0], q[0]) - margin), Math.max(high, Math.max(p[1], q[1]) + margin)
        };
    }

    private static GridAxis aligned(double[] extent, double on, double step) {
        double before = Math.ceil((on - extent[0]) / step - 1e-9);
        double start = on - before * step;
        int count = (int) Math.max(FEWEST, Math.ceil((extent[1] - start) / step - 1e-9) + 1);
        return new GridAxis(start, step, count);
    }

    /** Number of nodes. */
    public long nodes() {
        return (long) x.count() * y.count() * z.count();
    }
}
