package org.geoanomaly.gam.geophysics.traveltime;

/**
 * First-arrival times from one source. Between nodes the factor τ of T = r τ is trilinear, r the distance from the source, so that times are
 * as good beside the source as elsewhere. Immutable.
 */
public final class TravelTimeField {
    private final VelocityGrid grid;
    private final Source source;
    private final SourceDistance distance;
    private final double[] factors;

    TravelTimeField(VelocityGrid grid, Source source, double[] factors) {
        this.grid = grid;
        this.source = source;
        this.distance = SourceDistance.of(grid, source);
        this.factors = factors;
    }

    public VelocityGrid grid() {
        return grid;
    }

    public Source source() {
        return source;
    }

    /** Time at a node, s; NaN if no wave comes there. */
    public double time(int node) {
        int nx = grid.x().count();
        int ny = grid.y().count();
        SourceDistance.Offset offset = new SourceDistance.Offset();
        distance.atNode(node % nx, node / nx % ny, node / nx / ny, offset);
        return offset.r * factors[node];
    }

    /**
     * Time at a place, s; NaN if no wave comes to a node around it.
     *
     * @throws IllegalArgumentException if the place lies outside the grid
     */
    public double timeAt(double x, double y, double z) {
        grid.requireInside("the point", x, y, z);
        return new FieldProbe(this).time(x, y, z);
    }

    /**
     * The gradient of the time east, north and down, s/m, of second order in the spacing: this is also the derivative of the time with the
     * place of a hypocentre, if the source is the station. NaN if no wave comes to a node around it, zero at the source itself.
     *
     * @throws IllegalArgumentException if the place lies outside the grid
     */
    public double[] gradientAt(double x, double y, double z) {
        grid.requireInside("the point", x, y, z);
        double[] gradient = new double[3];
        new FieldProbe(this).gradient(x, y, z, gradient);
        return gradient;
    }

    /**
     * The ray of the first arrival, down the gradient of the time.
     *
     * @throws IllegalArgumentException if the receiver lies outside the grid
     * @throws org.geoanomaly.gam.grid.error.GamException if no wave comes there, or the ray does not find back to the source
     */
    public Ray trace(double x, double y, double z) {
        grid.requireInside("the receiver", x, y, z);
        return new RayTracer(this).trace(x, y, z);
    }

    SourceDistance distance() {
        return distance;
    }

    double[] factors() {
        return factors;
    }
}
