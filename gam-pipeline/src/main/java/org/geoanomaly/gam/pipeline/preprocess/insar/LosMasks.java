package org.geoanomaly.gam.pipeline.preprocess.insar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;
import org.geoanomaly.gam.pipeline.preprocess.station.Neighbours;

/** Leaves out points of a track that cannot be trusted; all are counted. */
final class LosMasks {
    private static final int AROUND = 8;
    /** Robust standard deviations from the neighbours' median beyond which a point is an outlier. */
    private static final double OUTLIER = 8;

    private static final double TO_SIGMA = 1.4826;

    private LosMasks() {}

    /** Points with enough coherence; a track of which no coherence is known passes whole. */
    static LosPoints coherent(LosPoints track, double least, List<String> notes) {
        double[] coherence = track.column(LosPoints.COHERENCE);
        boolean known = Arrays.stream(coherence).anyMatch(Double::isFinite);
        if (!known || least <= 0) {
            return track;
        }
        LosPoints kept = track.where(i -> coherence[i] >= least);
        if (kept.size() < track.size()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "track %.0f: %d of %d points with a coherence below %.2f were left out.",
                    track.get(LosPoints.TRACK, 0),
                    track.size() - kept.size(),
                    track.size(),
                    least));
        }
        if (kept.size() == 0) {
            throw new PreprocessingException(
                    "no insar point of track " + (int) track.get(LosPoints.TRACK, 0) + " has a coherence of " + least,
                    "lower preprocessing.filter_params.insar.min_coherence",
                    null);
        }
        return kept;
    }

    /** The largest connected component: others differ from it by unknown whole cycles. */
    static LosPoints connected(LosPoints track, List<String> notes) {
        double[] component = track.column(LosPoints.COMPONENT);
        Map<Double, Integer> sizes = new TreeMap<>();
        for (double c : component) {
            if (c > 0) {
                sizes.merge(c, 1, Integer::sum);
            }
        }
        if (sizes.isEmpty()) {
            return track;
        }
        int largest = sizes.values().stream().max(Integer::compare).orElse(0);
        double chosen = sizes.entrySet().stream()
                .filter(e -> e.getValue() == largest)
                .mapToDouble(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        LosPoints kept = track.where(i -> component[i] == chosen);
        if (kept.size() < track.size()) {
            notes.add((track.size() - kept.size()) + " of " + track.size() + " points of track "
                    + (int) track.get(LosPoints.TRACK, 0)
                    + " lie in other connected components than the largest and were left out.");
        }
        return kept;
    }

    /** Points that agree with those around them: near their median, or no farther from it than twice the range of these, as on a steep slope. */
    static LosPoints agreeing(LosPoints track, List<String> notes) {
        int n = track.size();
        if (n < 3 * AROUND) {
            return track;
        }
        double[] value = track.column(LosPoints.VALUE);
        Neighbours index = new Neighbours(track.column(LosPoints.EASTING), track.column(LosPoints.NORTHING));
        Neighbours.Found found = new Neighbours.Found(AROUND);
        double[] departure = new double[n];
        double[] slope = new double[n];
        double[] around = new double[AROUND];
        for (int i = 0; i < n; i++) {
            index.nearest(track.get(LosPoints.EASTING, i), track.get(LosPoints.NORTHING, i), i, found);
            for (int k = 0; k < found.count(); k++) {
                around[k] = value[found.row(k)];
            }
            Arrays.sort(around, 0, found.count());
            departure[i] = Math.abs(value[i] - around[found.count() / 2]);
            slope[i] = 2 * (around[found.count() - 1] - around[0]);
        }
        double[] sorted = departure.clone();
        Arrays.sort(sorted);
        double limit = OUTLIER * TO_SIGMA * sorted[n / 2];
        double[] own = track.column(LosPoints.UNCERTAINTY);
        LosPoints kept = track.where(i ->
                departure[i] <= Math.max(limit, Math.max(slope[i], Double.isNaN(own[i]) ? 0 : 5 * own[i])));
        if (limit > 0 && kept.size() < n) {
            notes.add((n - kept.size()) + " of " + n + " points of track " + (int) track.get(LosPoints.TRACK, 0)
                    + " differ by more than " + (int) OUTLIER
                    + " robust standard deviations from those around them and were left out.");
            return kept;
        }
        return track;
    }
}
