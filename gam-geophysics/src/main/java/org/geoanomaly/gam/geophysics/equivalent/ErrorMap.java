package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;

/**
 * What error to expect at a point, from the errors at held-out stations: their local mean square, times how the mean square grows with the distance
 * to the nearest station. It contains the noise of one station, so it is the error against a new measurement rather than against the true field.
 * Nearer to a station than any that was held out, it falls in proportion to the distance, but not below a third.
 */
final class ErrorMap {
    private static final double CELL = 4.0;
    private static final double MAX_CELLS = 1e6;
    /** Worth of the mean square of the usual cell, in stations. That of the whole survey is one of its few roughest places. */
    private static final double PRIOR = 5.0;

    /** Of the variance, at a station. */
    private static final double LEAST = 1.0 / 9.0;

    /** The squared error of a normal distribution whose median square is 1. */
    private static final double MEDIAN_SQUARE = 2.198;

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
    /** Nearest distance at which stations were held out, in spacings. */
    private double tried;

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
        double[] squares = new double[stations.size()];
        int n = 0;
        for (int i = 0; i < stations.size(); i++) {
            double e = held.error()[i];
            if (!Double.isNaN(e)) {
                double square = e * e / growthAt(held.distance()[i]);
                int row = (int) ((stations.northing()[i] - south) / cell);
                int at = row * columns + (int) ((stations.easting()[i] - west) / cell);
                sum[at] += square;
                count[at]++;
                squares[n++] = square;
            }
        }
        Arrays.sort(squares, 0, n);
        this.meanSquare = smooth(sum, count, n == 0 ? Double.NaN : MEDIAN_SQUARE * squares[n / 2]);
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
    private double[] growth(HeldOut held, double spacing) {
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
                tried = Double.isNaN(last) ? middle(c) : tried;
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

    private static double middle(int c) {
        return c == 0 ? 0.5 * LIMITS[0] : 0.5 * (LIMITS[c - 1] + LIMITS[Math.min(c, LIMITS.length - 1)]);
    }

    private double at(double distance) {
        double share = distance / (spacing * tried);
        return share < 1.0 ? growthAt(distance) * Math.max(LEAST, share * share) : growthAt(distance);
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
        return Math.sqrt(((1.0 - ty) * low + ty * high) * at(distance));
    }
}
