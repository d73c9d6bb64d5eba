package org.geoanomaly.gam.geophysics.traveltime;

/** A way from a receiver to a source in straight pieces, with the time of the first arrival. Immutable. */
public final class Ray {
    private final double[] points;
    private final int size;
    private final double time;
    private final double length;

    /**
     * @param points x, y and z of each point in turn, from the receiver to the source; longer than needed is allowed
     * @param size points of it, at least 2
     */
    Ray(VelocityGrid grid, double[] points, int size, double time) {
        this.points = points;
        this.size = size;
        this.time = time;
        this.length = length(grid);
    }

    private double length(VelocityGrid grid) {
        double sum = 0;
        double[] from = new double[3];
        double[] to = new double[3];
        for (int n = 1; n < size; n++) {
            System.arraycopy(points, 3 * n - 3, from, 0, 3);
            System.arraycopy(points, 3 * n, to, 0, 3);
            sum += grid.length(from, to);
        }
        return sum;
    }

    /** A straight way; its time is the slowness of the grid along it, which is never less than that of the first arrival. */
    public static Ray straight(VelocityGrid grid, Source source, double x, double y, double z) {
        grid.requireInside("the source", source.x(), source.y(), source.z());
        grid.requireInside("the receiver", x, y, z);
        return StraightWay.ray(grid, source, x, y, z);
    }

    /** Number of points; the first is the receiver, the last the source. */
    public int size() {
        return size;
    }

    public double x(int point) {
        return points[3 * point];
    }

    public double y(int point) {
        return points[3 * point + 1];
    }

    public double z(int point) {
        return points[3 * point + 2];
    }

    /** Travel time, s. */
    public double time() {
        return time;
    }

    /** Length of the way, m. */
    public double length() {
        return length;
    }
}
