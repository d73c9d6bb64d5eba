package org.geoanomaly.gam.formats.shc;

import java.io.InputStream;
import java.util.BitSet;
import java.util.List;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .shc} files: comments after #; a line with least and largest degree, number of epochs, spline order and number of epochs in
 * a spline piece; the epochs; then degree, order (negative for h) and one value for each epoch (Swarm Level 2 product format, SW-DS-DTU-GS-0001).
 */
public final class ShcReader {
    private static final int LARGEST_DEGREE = 2_000;
    private static final int MOST_VALUES = 50_000_000;

    private ShcReader() {}

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @param name for messages
     * @throws DataFormatException if this is no such file; the message names the line
     */
    public static ShcModel read(InputStream in, String name) {
        TextLines lines = new TextLines(in, name);
        String title = "";
        List<String> words = lines.next();
        while (words != null && words.get(0).startsWith("#")) {
            if (title.isEmpty()) {
                title = lines.text().replaceFirst("^#\\s*", "");
            }
            words = lines.next();
        }
        if (words == null || words.size() < 5) {
            throw new DataFormatException(
                    name, "has no header line of five numbers, so it is not an SHC magnetic model", null, null);
        }
        int low = lines.integer(words, 0, "least degree");
        int high = lines.integer(words, 1, "largest degree");
        int count = lines.integer(words, 2, "number of epochs");
        int order = lines.integer(words, 3, "spline order");
        int step = lines.integer(words, 4, "number of steps");
        check(lines, low, high, count, order, step);
        double[] epochs = epochs(lines, count, name);
        double[][] g = new double[count][size(high)];
        double[][] h = new double[count][size(high)];
        coefficients(lines, low, high, g, h, name);
        return new ShcModel(title.isEmpty() ? name : title, low, high, epochs, order, step, g, h);
    }

    private static int size(int degree) {
        return (degree + 1) * (degree + 2) / 2;
    }

    private static void check(TextLines lines, int low, int high, int count, int order, int step) {
        if (low < 0 || high < Math.max(1, low) || high > LARGEST_DEGREE) {
            throw lines.problem("has degrees " + low + ".." + high + ", which are not within 0.." + LARGEST_DEGREE);
        }
        if (count < 1 || (long) count * size(high) > MOST_VALUES) {
            throw lines.problem("announces " + count + " epochs, which is not possible");
        }
        if (order < 1 || step < 1) {
            throw lines.problem("has spline order " + order + " and step " + step + ", which must be positive");
        }
        if (count > 1 && order > 2 && (step != order - 1 || (count - 1) % step != 0)) {
            throw lines.problem("has spline order " + order + " with " + step + " steps for " + count
                    + " epochs; only pieces of order − 1 steps can be restored");
        }
    }

    private static double[] epochs(TextLines lines, int count, String name) {
        double[] epochs = new double[count];
        int filled = 0;
        while (filled < count) {
            List<String> words = lines.next();
            if (words == null) {
                throw new DataFormatException(name, "ends before its epochs do", null, null);
            }
            for (int i = 0; i < words.size(); i++) {
                if (filled == count) {
                    throw lines.problem("has more epochs than the " + count + " announced");
                }
                epochs[filled] = lines.number(words, i, "epoch");
                if (filled > 0 && !(epochs[filled] > epochs[filled - 1])) {
                    throw lines.problem("has epochs that do not ascend");
                }
                filled++;
            }
        }
        return epochs;
    }

    private static void coefficients(TextLines lines, int low, int high, double[][] g, double[][] h, String name) {
        BitSet seen = new BitSet();
        int expected = (high + 1) * (high + 1) - low * low;
        int found = 0;
        for (@Nullable List<String> words = lines.next(); words != null; words = lines.next()) {
            if (words.get(0).startsWith("#")) {
                continue;
            }
            int n = lines.integer(words, 0, "degree");
            int m = lines.integer(words, 1, "order");
            if (n < low || n > high || Math.abs(m) > n) {
                throw lines.problem("has degree " + n + " order " + m + ", which the header does not announce");
            }
            if (words.size() != g.length + 2) {
                throw lines.problem("has " + (words.size() - 2) + " values where " + g.length + " are announced");
            }
            if (seen.get(n * (n + 1) + m)) {
                throw lines.problem("gives degree " + n + " order " + m + " a second time");
            }
            seen.set(n * (n + 1) + m);
            found++;
            int i = n * (n + 1) / 2 + Math.abs(m);
            for (int k = 0; k < g.length; k++) {
                (m < 0 ? h : g)[k][i] = lines.number(words, k + 2, "coefficient");
            }
        }
        if (found < expected) {
            throw new DataFormatException(
                    name, "holds " + found + " of " + expected + " coefficients; it is cut short", null, null);
        }
    }
}
