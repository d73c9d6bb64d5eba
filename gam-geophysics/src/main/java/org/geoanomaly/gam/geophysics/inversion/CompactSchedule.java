package org.geoanomaly.gam.geophysics.inversion;

/** Lowers ε from the largest value of the model towards a small part of it, and ends when the model rests. */
final class CompactSchedule {
    private static final double START = 0.5;
    private static final double FACTOR = 0.75;
    private static final double LEAST = 0.01;
    private static final double REST = 0.01;

    private final int limit;
    private double epsilon = START;
    private int count;
    private boolean resting;

    CompactSchedule(int limit) {
        this.limit = limit;
    }

    boolean hasNext() {
        return count < limit && !(resting && epsilon <= LEAST);
    }

    /** The next ε. */
    double next() {
        double now = epsilon;
        epsilon = Math.max(LEAST, epsilon * FACTOR);
        count++;
        return now;
    }

    /** Compares the models before and after a sweep. */
    void changed(double[] before, double[] after) {
        double difference = 0.0;
        double size = 0.0;
        for (int c = 0; c < after.length; c++) {
            double d = after[c] - before[c];
            difference += d * d;
            size += after[c] * after[c];
        }
        resting = difference <= REST * REST * size;
    }
}
