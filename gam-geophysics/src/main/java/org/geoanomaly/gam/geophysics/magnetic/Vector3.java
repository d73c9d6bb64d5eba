package org.geoanomaly.gam.geophysics.magnetic;

/** A vector in the local frame: east, north and up, in whatever unit its holder states. */
public record Vector3(double east, double north, double up) {
    public static final Vector3 ZERO = new Vector3(0.0, 0.0, 0.0);

    /**
     * The unit vector of a magnetic direction.
     *
     * @param inclination degrees below the horizontal, −90…90
     * @param declination degrees east of north
     */
    public static Vector3 ofDirection(double inclination, double declination) {
        double i = Math.toRadians(inclination);
        double d = Math.toRadians(declination);
        return new Vector3(Math.cos(i) * Math.sin(d), Math.cos(i) * Math.cos(d), -Math.sin(i));
    }

    public Vector3 times(double factor) {
        return new Vector3(east * factor, north * factor, up * factor);
    }

    public Vector3 plus(Vector3 other) {
        return new Vector3(east + other.east, north + other.north, up + other.up);
    }

    public double dot(Vector3 other) {
        return east * other.east + north * other.north + up * other.up;
    }

    public double norm() {
        return Math.sqrt(dot(this));
    }

    public boolean isZero() {
        return east == 0.0 && north == 0.0 && up == 0.0;
    }
}
