package org.geoanomaly.gam.pipeline.demo.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Truth against found.
 *
 * @param limit signal-to-noise ratio from which a body must be found
 * @param confidence from which an anomaly counts
 * @param bodies in the order of the truth
 * @param falseAlarms anomalies of at least that confidence with no body near them
 * @param passed whether every body above the limit was found within the bounds, and nothing else
 */
public record ScoreCard(
        String label,
        long seed,
        double limit,
        double confidence,
        List<Row> bodies,
        List<Found> falseAlarms,
        int anomalies,
        boolean passed) {
    public ScoreCard {
        bodies = List.copyOf(bodies);
        falseAlarms = List.copyOf(falseAlarms);
    }

    /**
     * One planted body.
     *
     * @param depthM of its middle below sea level
     * @param signalToNoise see {@link DetectionLimit}
     * @param boundM how far beside it an anomaly may lie
     * @param depthBoundM how far above or below
     */
    public record Row(
            String name,
            String type,
            double latitude,
            double longitude,
            double depthM,
            double signalToNoise,
            double boundM,
            double depthBoundM,
            @Nullable Found found,
            Verdict verdict) {}

    /**
     * An anomaly of the run.
     *
     * @param distanceM from the body's centre; from the nearest one for a false alarm, −1 if there is none
     * @param depthErrorM found less true, m
     */
    public record Found(
            String id,
            String type,
            double latitude,
            double longitude,
            double depthM,
            double score,
            double confidence,
            double distanceM,
            double depthErrorM) {}

    /** What became of a body. */
    public enum Verdict {
        FOUND("found"),
        WRONG_TYPE("found, of another type"),
        TOO_FAR("found, too far away"),
        WRONG_DEPTH("found, at a wrong depth"),
        MISSED("missed"),
        BELOW_LIMIT("below the limit"),
        FOUND_BELOW_LIMIT("found, below the limit");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether nothing is wrong. */
        public boolean good() {
            return this == FOUND || this == BELOW_LIMIT || this == FOUND_BELOW_LIMIT;
        }
    }
}
