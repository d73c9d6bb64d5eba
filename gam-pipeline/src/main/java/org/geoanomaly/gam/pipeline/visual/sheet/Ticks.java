package org.geoanomaly.gam.pipeline.visual.sheet;

import java.util.Locale;

/** Round numbers for axes, and how they are written. */
public final class Ticks {
    private static final double[] LEADS = {1, 2, 5};
    private static final double[] LIMITS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    private static final double SLACK = 1e-9;

    private Ticks() {}

    /** 1, 2 or 5 times a power of ten: the smallest that divides a range into no more than {@code most} steps. */
    public static double step(double range, int most) {
        double least = range / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double lead : LEADS) {
            if (lead * power >= least * (1 - SLACK)) {
                return lead * power;
            }
        }
        return 10 * power;
    }

    /** A round number not below a positive value. */
    public static double ceiling(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double limit : LIMITS) {
            if (limit * power >= value * (1 - SLACK)) {
                return limit * power;
            }
        }
        return 10 * power;
    }

    /** The multiples of a step from low to high, both included. */
    public static double[] between(double low, double high, double step) {
        long first = (long) Math.ceil(low / step - 1e-6);
        long last = (long) Math.floor(high / step + 1e-6);
        double[] ticks = new double[(int) Math.max(0, Math.min(1000, last - first + 1))];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    /** A multiple of a step, with the decimals that the step needs and a true minus. */
    public static String label(double value, double step) {
        int decimals = decimals(step);
        if (decimals > 5) {
            return value == 0 ? "0" : minus(String.format(Locale.ROOT, "%.1e", value));
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return minus(Double.parseDouble(text) == 0 ? text.replace("-", "") : text);
    }

    /** As many as a step needs to be told apart from its neighbours: none for 5, one for 2.5. */
    private static int decimals(double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + SLACK));
        double shifted = step * Math.pow(10, decimals);
        boolean halves = Math.abs(shifted - Math.rint(shifted)) > 1e-6 * shifted;
        return halves ? decimals + 1 : decimals;
    }

    /**
     * A step that divides the distance from zero to a {@link #ceiling} into equal round parts.
     *
     * @param fine whether there is room for more than two
     */
    public static double part(double limit, boolean fine) {
        double power = Math.pow(10, Math.floor(Math.log10(limit) + SLACK) - 2);
        double best = limit / 2;
        for (int parts : fine ? new int[] {3, 5, 4} : new int[0]) {
            double hundredths = limit / parts / power;
            boolean round = Math.abs(hundredths - Math.rint(hundredths)) < 1e-6;
            if (round && decimals(limit / parts) <= decimals(best)) {
                best = limit / parts;
            }
        }
        return best;
    }

    /** The same with a plus before positive numbers. */
    public static String signed(double value, double step) {
        String text = label(value, step);
        return value > 0 && Double.parseDouble(text.replace('\u2212', '-')) != 0 ? "+" + text : text;
    }

    /** A number with about three digits. */
    public static String number(double value) {
        double size = Math.abs(value);
        String format = size == 0 || size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.01 ? "%.2f" : "%.1e";
        return minus(String.format(Locale.ROOT, format, value));
    }

    /** The same without zeros at its end. */
    public static String brief(double value) {
        String text = number(value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A longitude of any turn, such as {@code 19.5°W}; the step tells how many decimals. */
    public static String longitude(double degrees, double step) {
        double turned = degrees - 360 * Math.floor((degrees + 180) / 360);
        double size = Math.abs(turned);
        boolean plain = size < SLACK || Math.abs(size - 180) < SLACK;
        return label(size, step) + "°" + (plain ? "" : turned < 0 ? "W" : "E");
    }

    /** A latitude, such as {@code 63.2°N}. */
    public static String latitude(double degrees, double step) {
        double size = Math.abs(degrees);
        return label(size, step) + "°" + (size < SLACK ? "" : degrees < 0 ? "S" : "N");
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
