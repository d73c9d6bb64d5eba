package org.geoanomaly.gam.geophysics.traveltime;

import java.util.Arrays;

/**
 * Velocity at the nodes of a grid. Node (i, j, k) has index {@code (k * ny + j) * nx + i}: i counts east, j north, k down. Cartesian: x and
 * y in metres, z the depth in metres. Spherical: x the longitude and y the latitude in degrees, z the depth in metres below a sphere. Between
 * nodes the slowness is trilinear. An axis of one node is left out: a profile has {@code ny = 1}. Nodes in the air carry no waves.
 * Immutable.
 */
public final class VelocityGrid {
    private static final int MAX_NODES = 1 << 28;

    private final GridAxis[] axes;
    private final double radius;
    private final double[] slowness;

    private VelocityGrid(GridAxis[] axes, double radius, double[] slowness) {
        this.axes = axes;
        this.radius = radius;
        this.slowness = slowness;
    }

    /**
     * A grid in metres.
     *
     * @param velocity at each node, m/s
     * @throws IllegalArgumentException if a velocity is not positive and finite or there are not as many as nodes
     */
    public static VelocityGrid cartesian(GridAxis x, GridAxis y, GridAxis z, double[] velocity) {
        return new VelocityGrid(new GridAxis[] {x, y, z}, Double.NaN, slowness(x, y, z, velocity));
    }

    /**
     * A part of a sphere that is less than half way round it.
     *
     * @param longitude degrees east
     * @param latitude degrees north; an axis of one node must be the equator
     * @param depth metres below the sphere
     * @param radius of the sphere, m
     * @param velocity at each node, m/s
     * @throws IllegalArgumentException if a velocity is not positive and finite or there are not as many as nodes, the grid reaches a pole
     *     or the centre, or is 180° wide
     */
    public static VelocityGrid spherical(
            GridAxis longitude, GridAxis latitude, GridAxis depth, double radius, double[] velocity) {
        if (!(radius > 0) || !(depth.end() < radius)) {
            throw new IllegalArgumentException(
                    "a spherical grid must end above the centre: depth " + depth.end() + " m, radius " + radius + " m");
        }
        boolean profile = latitude.count() == 1;
        if (profile ? latitude.start() != 0 : !(Math.max(-latitude.start(), latitude.end()) < 90)) {
            throw new IllegalArgumentException("the latitudes " + latitude.start() + " to " + latitude.end()
                    + " must lie between the poles, and one alone must be 0");
        }
        if (!(longitude.end() - longitude.start() < 180)) {
            throw new IllegalArgumentException("a spherical grid must be less than 180 degrees wide");
        }
        GridAxis[] axes = {longitude, latitude, depth};
        return new VelocityGrid(axes, radius, slowness(longitude, latitude, depth, velocity));
    }

    private static double[] slowness(GridAxis x, GridAxis y, GridAxis z, double[] velocity) {
        long nodes = (long) x.count() * y.count() * z.count();
        if (nodes < 2 || nodes > MAX_NODES || nodes != velocity.length) {
            throw new IllegalArgumentException("a grid of " + x.count() + " x " + y.count() + " x " + z.count()
                    + " nodes (2 to 2^28 are possible) cannot have " + velocity.length + " velocities");
        }
        double[] slowness = new double[velocity.length];
        for (int n = 0; n < slowness.length; n++) {
            if (!(velocity[n] > 0) || velocity[n] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("a velocity must be positive and finite, at node (" + n % x.count()
                        + ", " + n / x.count() % y.count() + ", " + n / x.count() / y.count() + ") it is "
                        + velocity[n] + " m/s");
            }
            slowness[n] = 1.0 / velocity[n];
        }
        return slowness;
    }

    /**
     * The same grid with nodes where no wave goes. An irregular surface is best drawn one node above the ground, with the ground's velocity
     * there, so that every point in the ground has eight nodes around it.
     *
     * @throws IllegalArgumentException if the mask is not as long as there are nodes, or nothing but air is left
     */
    public VelocityGrid withAir(boolean[] air) {
        if (air.length != slowness.length) {
            throw new IllegalArgumentException(
                    "a mask of " + air.length + " does not fit " + slowness.length + " nodes");
        }
        double[] ground = slowness.clone();
        boolean any = false;
        for (int n = 0; n < ground.length; n++) {
            ground[n] = air[n] ? Double.NaN : ground[n];
            any |= !Double.isNaN(ground[n]);
        }
        if (!any) {
            throw new IllegalArgumentException("every node of the grid is air");
        }
        return new VelocityGrid(axes, radius, ground);
    }

    public GridAxis x() {
        return axes[0];
    }

    public GridAxis y() {
        return axes[1];
    }

    public GridAxis z() {
        return axes[2];
    }

    GridAxis axis(int d) {
        return axes[d];
    }

    public int nodes() {
        return slowness.length;
    }

    public boolean isSpherical() {
        return !Double.isNaN(radius);
    }

    /** Radius of the sphere, m, or NaN in a Cartesian grid. */
    public double radius() {
        return radius;
    }

    public int index(int i, int j, int k) {
        return (k * axes[1].count() + j) * axes[0].count() + i;
    }

    /** Slowness of a node, s/m; NaN in the air. */
    public double slowness(int node) {
        return slowness[node];
    }

    public boolean isAir(int node) {
        return Double.isNaN(slowness[node]);
    }

    /** Whether a place lies within the grid. */
    public boolean holds(double x, double y, double z) {
        return axes[0].holds(x) && axes[1].holds(y) && axes[2].holds(z);
    }

    /** Trilinear slowness, s/m, from the nodes that are not air; NaN if all around are. Outside the grid that of its nearest place. */
    public double slownessAt(double x, double y, double z) {
        Stencil stencil = new Stencil(this);
        stencil.at(x, y, z);
        return mean(stencil);
    }

    double mean(Stencil stencil) {
        return stencil.mean(slowness);
    }

    /** Metres for each unit of the coordinate along an axis, at a place. */
    double metres(int axis, double y, double z) {
        if (!isSpherical()) {
            return 1;
        }
        double r = radius - z;
        return axis == 2 ? 1 : Math.toRadians(axis == 0 ? r * Math.cos(Math.toRadians(y)) : r);
    }

    /** The smallest distance of neighbours around a place, m. */
    double spacing(double y, double z) {
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < 3; d++) {
            if (axes[d].count() > 1) {
                least = Math.min(least, axes[d].step() * metres(d, y, z));
            }
        }
        return least;
    }

    /** Length of a straight piece that is short against the radius, m. */
    double length(double[] from, double[] to) {
        double y = 0.5 * (from[1] + to[1]);
        double z = 0.5 * (from[2] + to[2]);
        double sum = 0;
        for (int d = 0; d < 3; d++) {
            if (axes[d].count() > 1) {
                double step = (to[d] - from[d]) * metres(d, y, z);
                sum += step * step;
            }
        }
        return Math.sqrt(sum);
    }

    void requireInside(String what, double x, double y, double z) {
        if (!holds(x, y, z)) {
            throw new IllegalArgumentException(what + " at (" + x + ", " + y + ", " + z
                    + ") lies outside the grid, which has x " + range(0) + ", y " + range(1) + ", z " + range(2));
        }
    }

    private String range(int d) {
        return Arrays.toString(new double[] {axes[d].start(), axes[d].end()});
    }
}
