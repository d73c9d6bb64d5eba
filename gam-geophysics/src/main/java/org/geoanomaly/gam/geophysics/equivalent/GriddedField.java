package org.geoanomaly.gam.geophysics.equivalent;

/**
 * A field at points with the error to expect. The arrays belong to the holder.
 *
 * <p>An uncertainty is one standard deviation of the difference to a new measurement at that point: the root of the local mean square error of
 * block cross-validation, times the growth of that error with the distance to the nearest station. It is not the deviation of the gridded field
 * from the true one, which is smaller by the noise of a station.
 */
public final class GriddedField {
    private final double[] values;
    private final double[] uncertainty;
    private final double[] distance;

    GriddedField(double[] values, double[] uncertainty, double[] distance) {
        this.values = values;
        this.uncertainty = uncertainty;
        this.distance = distance;
    }

    /** Unit of the stations' values; NaN where no station is near. */
    public double[] values() {
        return values;
    }

    /** Unit of the stations' values; NaN where there is no value, or no cross-validation was made. */
    public double[] uncertainty() {
        return uncertainty;
    }

    /** To the nearest station, m. */
    public double[] distance() {
        return distance;
    }
}
