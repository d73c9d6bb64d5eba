package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.ObservationPoints;

/**
 * χ² of the worst place of a map. A mean over the whole map hides what happens at one place: where uncertainties are a little too large
 * everywhere, a lone body among quiet data can be left out of the model altogether and the mean is still 1. The windows are squares of about
 * 25 data that overlap.
 */
final class LocalMisfit {
    private static final double DATA_IN_WINDOW = 25.0;
    /** Squares across a window. */
    private static final int ACROSS = 3;

    private static final int LEAST_DATA = 9;

    private final int[] square;
    private final int columns;
    private final int rows;
    private final double[] sum;
    private final int[] count;

    LocalMisfit(ObservationPoints points) {
        int n = points.size();
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            west = Math.min(west, points.easting(i));
            east = Math.max(east, points.easting(i));
            south = Math.min(south, points.northing(i));
            north = Math.max(north, points.northing(i));
        }
        double longer = Math.max(east - west, north - south);
        double area = Math.max((east - west) * (north - south), longer * longer / n);
        double side = n > 0 && area > 0 ? Math.sqrt(area * DATA_IN_WINDOW / n) / ACROSS : 1.0;
        this.columns = 1 + (n > 0 ? (int) ((east - west) / side) : 0);
        this.rows = 1 + (n > 0 ? (int) ((north - south) / side) : 0);
        this.square = new int[n];
        this.count = new int[columns * rows];
        this.sum = new double[columns * rows];
        for (int i = 0; i < n; i++) {
            square[i] =
                    (int) ((points.northing(i) - south) / side) * columns + (int) ((points.easting(i) - west) / side);
            count[square[i]]++;
        }
    }

    /**
     * The largest χ²/n of a window of n data; 0 if no window holds enough of them.
     *
     * @param weights 1/σ²
     */
    double worst(double[] predicted, double[] observed, double[] weights) {
        Arrays.fill(sum, 0.0);
        for (int i = 0; i < square.length; i++) {
            double r = observed[i] - predicted[i];
            sum[square[i]] += weights[i] * r * r;
        }
        double worst = 0.0;
        for (int j = 0; j <= Math.max(0, rows - ACROSS); j++) {
            for (int i = 0; i <= Math.max(0, columns - ACROSS); i++) {
                worst = Math.max(worst, window(i, j));
            }
        }
        return worst;
    }

    private double window(int column, int row) {
        double s = 0.0;
        int n = 0;
        for (int j = row; j < Math.min(rows, row + ACROSS); j++) {
            for (int i = column; i < Math.min(columns, column + ACROSS); i++) {
                s += sum[j * columns + i];
                n += count[j * columns + i];
            }
        }
        return n < LEAST_DATA ? 0.0 : s / n;
    }
}
