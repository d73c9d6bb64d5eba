package org.geoanomaly.gam.geophysics.operator;

/** Where a field is observed: easting, northing and height in metres, height positive up. Immutable; the arrays are copied. */
public final class ObservationPoints {
    private final double[] easting;
    private final double[] northing;
    private final double[] height;

    public ObservationPoints(double[] easting, double[] northing, double[] height) {
        if (easting.length != northing.length || easting.length != height.length) {
            throw new IllegalArgumentException("easting, northing and height differ in length: " + easting.length + ", "
                    + northing.length + ", " + height.length);
        }
        this.easting = easting.clone();
        this.northing = northing.clone();
        this.height = height.clone();
    }

    public int size() {
        return easting.length;
    }

    public double easting(int i) {
        return easting[i];
    }

    public double northing(int i) {
        return northing[i];
    }

    public double height(int i) {
        return height[i];
    }
}
