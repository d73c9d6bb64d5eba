package org.geoanomaly.gam.pipeline.visual.sheet;

import java.util.Arrays;
import org.geoanomaly.gam.grid.stats.RobustStatistics;
import org.geoanomaly.gam.pipeline.visual.color.ColorMap;

/**
 * Which colour a value has.
 *
 * @param low value of the first colour
 * @param high value of the last colour
 * @param clampedLow whether there are values below
 * @param clampedHigh whether there are values above
 * @param signed whether zero is in the middle
 */
public record ColorScale(
        ColorMap colors, double low, double high, boolean clampedLow, boolean clampedHigh, boolean signed) {
    private static final double UPPER = 99.8;

    /** Colours from −m to m that hold nearly all values; zero in the middle. */
    public static ColorScale signed(ColorMap colors, float[]... values) {
        float[] sorted = sorted(values);
        double most = 0;
        if (sorted.length > 0) {
            float[] sizes = new float[sorted.length];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(sorted[i]);
            }
            Arrays.sort(sizes);
            most = RobustStatistics.percentile(sizes, UPPER);
            most = most > 0 ? most : sizes[sizes.length - 1];
        }
        double limit = most > 0 ? Ticks.ceiling(most) : 1;
        return ofRange(colors, -limit, limit, sorted, true);
    }

    /** Colours over the range of nearly all values; from zero if they come near it. */
    public static ColorScale amounts(ColorMap colors, float[]... values) {
        float[] sorted = sorted(values);
        if (sorted.length == 0) {
            return new ColorScale(colors, 0, 1, false, false, false);
        }
        double least = RobustStatistics.percentile(sorted, 100 - UPPER);
        double most = RobustStatistics.percentile(sorted, UPPER);
        boolean fromZero = least >= 0 && least <= 0.6 * most;
        if (!(most > least) || fromZero) {
            double top = most > 0 ? Ticks.ceiling(most * (fromZero ? 1 : 1.25)) : 1;
            return ofRange(colors, Math.min(0, least), Math.max(top, least + 1e-6), sorted, false);
        }
        double step = Ticks.step(most - least, 6);
        return ofRange(colors, Math.floor(least / step) * step, Math.ceil(most / step) * step, sorted, false);
    }

    private static ColorScale ofRange(ColorMap colors, double low, double high, float[] sorted, boolean signed) {
        boolean below = sorted.length > 0 && sorted[0] < low;
        boolean above = sorted.length > 0 && sorted[sorted.length - 1] > high;
        return new ColorScale(colors, low, high, below, above, signed);
    }

    private static float[] sorted(float[]... values) {
        int n = 0;
        for (float[] part : values) {
            n += part.length;
        }
        float[] all = new float[n];
        int count = 0;
        for (float[] part : values) {
            for (float v : part) {
                if (Float.isFinite(v)) {
                    all[count++] = v;
                }
            }
        }
        float[] valid = Arrays.copyOf(all, count);
        Arrays.sort(valid);
        return valid;
    }

    public int rgb(double value) {
        return colors.argb(value, low, high);
    }
}
