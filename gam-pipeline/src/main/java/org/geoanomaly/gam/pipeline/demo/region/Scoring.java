package org.geoanomaly.gam.pipeline.demo.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.geoanomaly.gam.pipeline.data.Anomaly;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.demo.region.ScoreCard.Found;
import org.geoanomaly.gam.pipeline.demo.region.ScoreCard.Verdict;

/** Compares what a run found with what was planted. Pure. */
final class Scoring {
    /** Anomalies of less confidence are not counted against a run. */
    static final double CONFIDENCE = 0.9;

    /** A body's place may be off by so many steps of the grid. */
    private static final double STEPS = 1;
    /** Its depth may be off by so many: a smooth model of data this far apart knows little of depth. */
    private static final double DEPTH_STEPS = 0.75;
    /** An anomaly beside a body by less than this times its reach is about that body. */
    private static final double NEAR = 2;

    private static final double METRES_PER_DEGREE = 111_195;

    private final RegionScene scene;
    private final DetectionLimit limit;

    Scoring(RegionScene scene) {
        this.scene = scene;
        this.limit = new DetectionLimit(scene);
    }

    private double bound() {
        return STEPS * scene.sampling().gridRes() * METRES_PER_DEGREE;
    }

    /** The comparison. */
    ScoreCard of(List<Anomaly> anomalies) {
        List<ScoreCard.Row> rows =
                scene.bodies().stream().map(b -> row(b, anomalies)).toList();
        List<Found> alarms = new ArrayList<>();
        for (Anomaly a : anomalies) {
            if (a.confidence() >= CONFIDENCE && scene.bodies().stream().noneMatch(b -> isAbout(a, b))) {
                alarms.add(nearest(a));
            }
        }
        boolean passed =
                alarms.isEmpty() && rows.stream().allMatch(r -> r.verdict().good());
        return new ScoreCard(
                "SYNTHETIC demonstration region",
                scene.seed(),
                DetectionLimit.NEEDED,
                CONFIDENCE,
                rows,
                alarms,
                anomalies.size(),
                passed);
    }

    private ScoreCard.Row row(PlantedBody body, List<Anomaly> anomalies) {
        double s = limit.signalToNoise(body);
        double depthBound = DEPTH_STEPS / STEPS * bound();
        Optional<Anomaly> nearest = anomalies.stream()
                .filter(a -> a.confidence() >= CONFIDENCE && isAbout(a, body))
                .min(Comparator.comparingDouble((Anomaly a) -> a.type().equals(body.type()) ? 0 : 1)
                        .thenComparingDouble(a -> distance(a, body)));
        Found found = nearest.map(a -> found(a, body)).orElse(null);
        Verdict verdict = s < DetectionLimit.NEEDED
                ? (found == null ? Verdict.BELOW_LIMIT : Verdict.FOUND_BELOW_LIMIT)
                : found == null ? Verdict.MISSED : verdict(found, body, depthBound);
        return new ScoreCard.Row(
                body.name(),
                body.type(),
                body.latitude(),
                body.longitude(),
                body.size().middle(),
                s,
                bound(),
                depthBound,
                found,
                verdict);
    }

    private Verdict verdict(Found found, PlantedBody body, double depthBound) {
        if (!found.type().equals(body.type())) {
            return Verdict.WRONG_TYPE;
        }
        if (found.distanceM() > bound()) {
            return Verdict.TOO_FAR;
        }
        return Math.abs(found.depthErrorM()) > depthBound ? Verdict.WRONG_DEPTH : Verdict.FOUND;
    }

    private boolean isAbout(Anomaly a, PlantedBody body) {
        return distance(a, body) <= NEAR * body.size().reach() + bound();
    }

    private double distance(Anomaly a, PlantedBody body) {
        LocalFrame frame = scene.frame();
        double[] p = new double[2];
        double[] q = new double[2];
        frame.toLocal(a.peak().lon(), a.peak().lat(), p);
        frame.toLocal(body.longitude(), body.latitude(), q);
        return Math.hypot(p[0] - q[0], p[1] - q[1]);
    }

    private Found nearest(Anomaly a) {
        return scene.bodies().stream()
                .min(Comparator.comparingDouble(b -> distance(a, b)))
                .map(b -> found(a, b))
                .orElseGet(() -> found(a, -1, 0));
    }

    private Found found(Anomaly a, PlantedBody body) {
        return found(a, distance(a, body), a.peak().depth() - body.size().middle());
    }

    private static Found found(Anomaly a, double distance, double depthError) {
        return new Found(
                a.id(),
                a.type(),
                a.peak().lat(),
                a.peak().lon(),
                a.peak().depth(),
                a.score(),
                a.confidence(),
                distance,
                depthError);
    }
}
