package org.geoanomaly.gam.pipeline.preprocess.station;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.geophysics.operator.Parallelism;
import org.geoanomaly.gam.grid.stats.Statistics;

/**
 * Readings that do not agree with their neighbours. The residual of a reading is its distance from the median of the nearest {@value #NEAREST}; it is
 * an outlier if the residual exceeds a number of robust standard deviations, of which the largest counts: that of all residuals, that of its
 * neighbours about their median (so that steep or rough places are judged by their own measure), and its stated uncertainty.
 */
public final class Outliers {
    private static final int NEAREST = 12;
    /** With fewer neighbours nothing can be said. */
    private static final int FEWEST = 4;

    private static final int LISTED = 5;
    private static final int PART = 4096;

    private Outliers() {}

    /**
     * Rows of the outliers, ascending.
     *
     * @param level values that vary little between neighbours: what is judged
     * @param sigma robust standard deviations; 0 finds none
     */
    public static int[] find(Readings readings, double[] level, double sigma, Parallelism parallel) {
        int n = readings.size();
        if (sigma == 0 || n <= FEWEST) {
            return new int[0];
        }
        Neighbours index = new Neighbours(readings.easting(), readings.northing());
        double[] residual = new double[n];
        double[] local = new double[n];
        parallel.run((n + PART - 1) / PART, () -> {
            Neighbours.Found found = new Neighbours.Found(NEAREST);
            double[] work = new double[NEAREST];
            return part -> {
                for (int i = PART * part; i < Math.min(n, PART * part + PART); i++) {
                    index.nearest(readings.easting()[i], readings.northing()[i], i, found);
                    judge(i, level, found, work, residual, local);
                }
            };
        });
        double common = scale(residual);
        int[] out = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double stated = readings.uncertainty()[i];
            double scale = Math.max(Math.max(common, local[i]), stated > 0 ? stated : 0);
            if (Math.abs(residual[i]) > sigma * scale && scale > 0) {
                out[count++] = i;
            }
        }
        return Arrays.copyOf(out, count);
    }

    private static void judge(
            int i, double[] level, Neighbours.Found found, double[] work, double[] residual, double[] local) {
        int m = found.count();
        for (int k = 0; k < m; k++) {
            work[k] = level[found.row(k)];
        }
        double middle = median(work, m);
        residual[i] = level[i] - middle;
        for (int k = 0; k < m; k++) {
            work[k] = Math.abs(work[k] - middle);
        }
        local[i] = Statistics.MAD_TO_STD * median(work, m);
    }

    /** Median of the first m values, which are sorted. */
    private static double median(double[] values, int m) {
        Arrays.sort(values, 0, m);
        return m % 2 == 1 ? values[m / 2] : 0.5 * (values[m / 2 - 1] + values[m / 2]);
    }

    private static double scale(double[] residual) {
        double[] magnitude = new double[residual.length];
        for (int i = 0; i < magnitude.length; i++) {
            magnitude[i] = Math.abs(residual[i]);
        }
        return Statistics.MAD_TO_STD * median(magnitude, magnitude.length);
    }

    /** The readings without the given rows. */
    public static Readings without(Readings readings, int[] rows) {
        int[] kept = new int[readings.size() - rows.length];
        int next = 0;
        int n = 0;
        for (int i = 0; i < readings.size(); i++) {
            if (next < rows.length && rows[next] == i) {
                next++;
            } else {
                kept[n++] = i;
            }
        }
        return readings.pick(kept);
    }

    /** Counts the outliers and names the first ones with their places. */
    public static String describe(Readings readings, int[] rows, double sigma, String unit) {
        StringBuilder text = new StringBuilder();
        text.append(rows.length)
                .append(" of ")
                .append(readings.size())
                .append(" readings lie further than ")
                .append(String.format(Locale.ROOT, "%.3g", sigma))
                .append(" robust standard deviations from their neighbours and were left out: ");
        for (int k = 0; k < Math.min(LISTED, rows.length); k++) {
            int i = rows[k];
            text.append(k > 0 ? "; " : "")
                    .append(String.format(
                            Locale.ROOT,
                            "%.6g %s at %.4f, %.4f",
                            readings.value()[i],
                            unit,
                            readings.latitude()[i],
                            readings.longitude()[i]));
        }
        int more = rows.length - LISTED;
        return text.append(more > 0 ? "; and " + more + " more." : ".").toString();
    }

    /** As {@link #describe}, added to notes if there are any. */
    public static void note(Readings readings, int[] rows, double sigma, String unit, List<String> notes) {
        if (rows.length > 0) {
            notes.add(describe(readings, rows, sigma, unit));
        }
    }
}
