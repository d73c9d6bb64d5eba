package org.geoanomaly.gam.pipeline.preprocess.station;

/**
 * Readings in the frame of a tile: arrays of equal length that nobody changes. Unknown heights, uncertainties and epochs are NaN; nothing else is.
 */
public final class Readings {
    private final Places places;
    private final double[] value;
    private final double[] uncertainty;
    private final double[] epoch;

    /**
     * Readings; the arrays are taken over.
     *
     * @param uncertainty one standard deviation, unit of the values
     * @param epoch decimal year
     */
    public Readings(Places places, double[] value, double[] uncertainty, double[] epoch) {
        this.places = places;
        this.value = value;
        this.uncertainty = uncertainty;
        this.epoch = epoch;
        int n = value.length;
        if (places.size() != n || uncertainty.length != n || epoch.length != n) {
            throw new IllegalArgumentException("the columns of readings differ in length");
        }
    }

    /** Where readings were taken. */
    public static final class Places {
        private final double[] longitude;
        private final double[] latitude;
        private final double[] easting;
        private final double[] northing;
        private final double[] height;

        /**
         * Places; the arrays are taken over.
         *
         * @param longitude degrees
         * @param latitude degrees
         * @param easting m in the frame
         * @param northing m in the frame
         * @param height m above sea level, NaN if unknown
         */
        public Places(double[] longitude, double[] latitude, double[] easting, double[] northing, double[] height) {
            this.longitude = longitude;
            this.latitude = latitude;
            this.easting = easting;
            this.northing = northing;
            this.height = height;
        }

        int size() {
            return height.length;
        }

        Places pick(int[] rows) {
            return new Places(
                    Readings.pick(longitude, rows),
                    Readings.pick(latitude, rows),
                    Readings.pick(easting, rows),
                    Readings.pick(northing, rows),
                    Readings.pick(height, rows));
        }
    }

    public int size() {
        return value.length;
    }

    public double[] longitude() {
        return places.longitude;
    }

    public double[] latitude() {
        return places.latitude;
    }

    public double[] easting() {
        return places.easting;
    }

    public double[] northing() {
        return places.northing;
    }

    public double[] height() {
        return places.height;
    }

    public double[] value() {
        return value;
    }

    public double[] uncertainty() {
        return uncertainty;
    }

    public double[] epoch() {
        return epoch;
    }

    /** The readings of these rows, in their order. */
    public Readings pick(int[] rows) {
        return new Readings(places.pick(rows), pick(value, rows), pick(uncertainty, rows), pick(epoch, rows));
    }

    /** The same readings with other values. */
    public Readings withValues(double[] values) {
        return new Readings(places, values, uncertainty, epoch);
    }

    /** The same readings with other values and uncertainties. */
    public Readings withValues(double[] values, double[] uncertainties) {
        return new Readings(places, values, uncertainties, epoch);
    }

    /** The same readings at other heights. */
    public Readings withHeights(double[] heights) {
        Places at = new Places(places.longitude, places.latitude, places.easting, places.northing, heights);
        return new Readings(at, value, uncertainty, epoch);
    }

    /** The same readings of other dates. */
    public Readings withEpochs(double[] epochs) {
        return new Readings(places, value, uncertainty, epochs);
    }

    /** The same readings in another unit. */
    public Readings times(double factor) {
        double[] v = new double[value.length];
        double[] u = new double[value.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = value[i] * factor;
            u[i] = uncertainty[i] * factor;
        }
        return withValues(v, u);
    }

    private static double[] pick(double[] from, int[] rows) {
        double[] out = new double[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[rows[i]];
        }
        return out;
    }
}
