package org.geoanomaly.gam.pipeline.config;

/**
 * The numbers that a key accepts.
 *
 * @param exclusive whether {@code min} itself is out
 */
record Limits(double min, double max, boolean exclusive) {
    static final Limits POSITIVE = new Limits(0, Double.POSITIVE_INFINITY, true);
    static final Limits NOT_NEGATIVE = new Limits(0, Double.POSITIVE_INFINITY, false);
    static final Limits FRACTION = new Limits(0, 1, false);
    static final Limits FINITE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    static Limits between(double min, double max) {
        return new Limits(min, max, false);
    }

    /** Above 0, up to {@code max}. */
    static Limits upTo(double max) {
        return new Limits(0, max, true);
    }

    boolean accept(double value) {
        return Double.isFinite(value) && (exclusive ? value > min : value >= min) && value <= max;
    }

    /** What is accepted, in words that follow "must be". */
    String words() {
        String low = exclusive ? "above " + plain(min) : "at least " + plain(min);
        if (min == Double.NEGATIVE_INFINITY) {
            return "a finite number";
        }
        if (max == Double.POSITIVE_INFINITY) {
            return low;
        }
        return exclusive ? low + " and at most " + plain(max) : "between " + plain(min) + " and " + plain(max);
    }

    private static String plain(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? String.valueOf((long) v) : String.valueOf(v);
    }
}
