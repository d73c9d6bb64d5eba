package org.geoanomaly.gam.geophysics.tomography;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.geophysics.traveltime.FastMarching;
import org.geoanomaly.gam.geophysics.traveltime.GridAxis;
import org.geoanomaly.gam.geophysics.traveltime.Ray;
import org.geoanomaly.gam.geophysics.traveltime.Source;
import org.geoanomaly.gam.geophysics.traveltime.TravelTimeField;
import org.geoanomaly.gam.geophysics.traveltime.VelocityGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.jspecify.annotations.Nullable;

/** First arrivals through a model by fast marching, one field for each station. */
public final class FastMarchingTimes implements TravelTimes {
    private final SlownessModel model;
    private final TimeGrid nodes;
    private final Parallelism parallel;
    private final @Nullable VelocityGrid[] grids = new VelocityGrid[Phase.values().length];

    private FastMarchingTimes(SlownessModel model, TimeGrid nodes, Parallelism parallel) {
        this.model = model;
        this.nodes = nodes;
        this.parallel = parallel;
    }

    /** The method on a grid. */
    public static Method on(TimeGrid nodes, Parallelism parallel) {
        return model -> new FastMarchingTimes(model, nodes, parallel);
    }

    /** Bytes of the velocities of both phases, and of one field for each thread. */
    static long bytes(TimeGrid nodes, int threads) {
        return nodes.nodes() * (2L * 8L + 8L + 40L * threads);
    }

    @Override
    public StationTimes from(Phase phase, double x, double y, double depth) {
        VelocityGrid grid = grid(phase);
        return new Field(FastMarching.solve(grid, new Source(x, y, depth)));
    }

    @Override
    public void prepare(Phase phase) {
        grid(phase);
    }

    private synchronized VelocityGrid grid(Phase phase) {
        VelocityGrid grid = grids[phase.index()];
        if (grid == null) {
            grid = make(phase);
            grids[phase.index()] = grid;
        }
        return grid;
    }

    private VelocityGrid make(Phase phase) {
        GridAxis x = nodes.x();
        GridAxis y = nodes.y();
        GridAxis z = nodes.z();
        double[] velocity = new double[(int) nodes.nodes()];
        parallel.run(z.count(), () -> {
            SlownessModel.Reader reader = model.reader();
            return k -> {
                int n = k * x.count() * y.count();
                for (int j = 0; j < y.count(); j++) {
                    for (int i = 0; i < x.count(); i++) {
                        velocity[n++] = 1.0 / reader.slowness(phase, x.at(i), y.at(j), z.at(k));
                    }
                }
            };
        });
        VelocityGrid grid = VelocityGrid.cartesian(x, y, z, velocity);
        return nodes.surface() == null ? grid : grid.withAir(air(nodes.surface()));
    }

    /** Nodes more than one above the ground, so that every place in the ground has nodes all around. */
    private boolean[] air(TimeGrid.Surface surface) {
        GridAxis x = nodes.x();
        GridAxis y = nodes.y();
        boolean[] air = new boolean[(int) nodes.nodes()];
        for (int j = 0; j < y.count(); j++) {
            for (int i = 0; i < x.count(); i++) {
                double ground = surface.depth(x.at(i), y.at(j)) - nodes.z().step();
                for (int k = 0; k < nodes.z().count() && nodes.z().at(k) < ground; k++) {
                    air[(k * y.count() + j) * x.count() + i] = true;
                }
            }
        }
        return air;
    }

    private static final class Field implements StationTimes {
        private final TravelTimeField field;

        Field(TravelTimeField field) {
            this.field = field;
        }

        @Override
        public double time(double x, double y, double depth) {
            return field.grid().holds(x, y, depth) ? field.timeAt(x, y, depth) : Double.NaN;
        }

        @Override
        public void gradient(double x, double y, double depth, double[] out) {
            if (field.grid().holds(x, y, depth)) {
                System.arraycopy(field.gradientAt(x, y, depth), 0, out, 0, 3);
            } else {
                Arrays.fill(out, Double.NaN);
            }
        }

        @Override
        public boolean trace(double x, double y, double depth, RayPath path) {
            try {
                Ray ray = field.trace(x, y, depth);
                path.clear();
                for (int n = 0; n < ray.size(); n++) {
                    path.add(ray.x(n), ray.y(n), ray.z(n));
                }
                return true;
            } catch (GamException | IllegalArgumentException e) {
                return false;
            }
        }
    }
}
