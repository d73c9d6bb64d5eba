package org.geoanomaly.gam.geophysics.equivalent;

/**
 * What error to expect at a point, from the errors at held-out stations: their local mean square, times how the mean square grows with the distance
 * to the nearest station. It contains the noise of one station, so it is the error against a new measurement rather than against the true field.
 */
final class ErrorMap {
    private static final double CELL = 4.0;
    private static final double MAX_CELLS = 1e6;
    /** Worth of the mean square of the whole survey, in stations. */
    private static final double PRIOR = 20.0;

    private static final int MIN_CLASS = 30;
    /** Upper limits of the classes of distance, in spacings. */
    private static final double[] LIMITS = {0.125, 0.25, 0.375, 0.5, 0.75, 1.0, 1.5, 2.0};

    private final double west;
    private final double south;
    private final double cell;
    private final int columns;
    private final int rows;
    private final double[] meanSquare;
    private final double spacing;
    private final double[] growth;

    ErrorMap(Stations stations, HeldOut held, double spacing) {
        this.spacing = spacing;
        this.west = Blocks.min(stations.easting());
        this.south = Blocks.min(stations.northing());
        double width = Blocks.max(stations.easting()) - west;
        double height = Blocks.max(stations.northing()) - south;
        this.cell = Math.max(CELL * spacing, Math.sqrt(width * height / MAX_CELLS));
        this.columns = 1 + (int) (width / cell);
        this.rows = 1 + (int) (height / cell);
        this.growth = growth(held, spacing);
        double[] sum = new double[columns * rows];
        double[] count = new double[columns * rows];
        double total = 0.0;
        int n = 0;
        for (int i = 0; i < stations.size(); i++) {
            double e = held.error()[i];
            if (!Double.isNaN(e)) {
                double square = e * e / growthAt(held.distance()[i]);
                int row = (int) ((stations.northing()[i] - south) / cell);
                int at = row * columns + (int) ((stations.easting()[i] - west) / cell);
                sum[at] += square;
                count[at]++;
                total += square;
                n++;
            }
        }
        this.meanSquare = smooth(sum, count, total / n);
    }

    private double[] smooth(double[] sum, double[] count, double overall) {
        double[] out = new double[sum.length];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                double s = PRIOR * overall;
                double c = PRIOR;
                for (int b = Math.max(0, j - 1); b <= Math.min(rows - 1, j + 1); b++) {
                    for (int a = Math.max(0, i - 1); a <= Math.min(columns - 1, i + 1); a++) {
                        s += sum[b * columns + a];
                        c += count[b * columns + a];
                    }
                }
                out[j * columns + i] = s / c;
            }
        }
        return out;
    }

    /** Mean square error of each class of distance against that of all; never falling, classes with few stations like the one before. */
    private static double[] growth(HeldOut held, double spacing) {
        double[] sum = new double[LIMITS.length + 1];
        double[] count = new double[LIMITS.length + 1];
        double total = 0.0;
        double n = 0.0;
        for (int i = 0; i < held.error().length; i++) {
            double e = held.error()[i];
            if (!Double.isNaN(e)) {
                int c = 0;
                while (c < LIMITS.length && held.distance()[i] > LIMITS[c] * spacing) {
                    c++;
                }
                sum[c] += e * e;
                count[c]++;
                total += e * e;
                n++;
            }
        }
        double[] out = new double[sum.length];
        double last = Double.NaN;
        for (int c = 0; c < out.length; c++) {
            if (count[c] >= MIN_CLASS && sum[c] > 0) {
                double own = sum[c] / count[c] / (total / n);
                last = Double.isNaN(last) ? own : Math.max(last, own);
            }
            out[c] = last;
        }
        for (int c = out.length - 1; c >= 0; c--) {
            if (Double.isNaN(out[c])) {
                out[c] = c + 1 < out.length && !Double.isNaN(out[c + 1]) ? out[c + 1] : 1.0;
            }
        }
        return out;
    }

    /** Linear between the middles of the classes, and beyond the last in proportion to the distance. */
    private double growthAt(double distance) {
        double d = distance / spacing;
        double before = 0.0;
        double lower = 0.0;
        for (int c = 0; c < LIMITS.length; c++) {
            double middle = 0.5 * (before + LIMITS[c]);
            if (d <= middle) {
                double left = growth[Math.max(0, c - 1)];
                double t = c == 0 ? 1.0 : (d - lower) / (middle - lower);
                return left + t * (growth[c] - left);
            }
            lower = middle;
            before = LIMITS[c];
        }
        return growth[LIMITS.length - 1] * Math.max(1.0, d / lower);
    }

    /**
     * One standard deviation.
     *
     * @param distance to the nearest station, m
     */
    double at(double easting, double northing, double distance) {
        double x = Math.max(0.0, Math.min(columns - 1.0, (easting - west) / cell - 0.5));
        double y = Math.max(0.0, Math.min(rows - 1.0, (northing - south) / cell - 0.5));
        int i = (int) x;
        int j = (int) y;
        int i1 = Math.min(columns - 1, i + 1);
        int j1 = Math.min(rows - 1, j + 1);
        double tx = x - i;
        double ty = y - j;
        double low = (1.0 - tx) * meanSquare[j * columns + i] + tx * meanSquare[j * columns + i1];
        double high = (1.0 - tx) * meanSquare[j1 * columns + i] + tx * meanSquare[j1 * columns + i1];
        return Math.sqrt(((1.0 - ty) * low + ty * high) * growthAt(distance));
    }
}
