package org.geoanomaly.gam.geophysics.equivalent;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/** Errors of predictions at stations that were held out, and how far the nearest station was that was not. */
final class HeldOut {
    private final double[] error;
    private final double[] distance;

    private HeldOut(int n) {
        error = new double[n];
        distance = new double[n];
        Arrays.fill(error, Double.NaN);
        Arrays.fill(distance, Double.NaN);
    }

    /**
     * Fits once for each of the first {@code rounds} folds.
     *
     * @param block side of the held-out blocks, also the spacing of the fits, m
     */
    static HeldOut of(
            Stations stations,
            BlockFolds folds,
            int rounds,
            double block,
            SourceLayer.Choice choice,
            SourceLayer.Work work,
            DoubleConsumer worked) {
        HeldOut result = new HeldOut(stations.size());
        for (int f = 0; f < rounds; f++) {
            int[] out = folds.heldOut(f);
            int[] kept = folds.kept(f);
            if (out.length == 0 || kept.length == 0) {
                continue;
            }
            double before = f;
            Stations training = stations.subset(kept);
            LayeredFit fit =
                    LayeredFit.of(training, block, choice, work, share -> worked.accept((before + share) / rounds));
            Stations test = stations.subset(out);
            double[] predicted = fit.at(test, work);
            PointTree index = new PointTree(
                    training.easting(), training.northing(), training.height(), fit.frame(), PointTree.GROUP);
            double[] best = new double[2];
            for (int k = 0; k < out.length; k++) {
                result.error[out[k]] = predicted[k] - test.value()[k];
                index.nearest(
                        (test.easting()[k] - fit.frame().originX())
                                / fit.frame().unit(),
                        (test.northing()[k] - fit.frame().originY())
                                / fit.frame().unit(),
                        best);
                result.distance[out[k]] = best[0] * fit.frame().unit();
            }
        }
        return result;
    }

    /** Predicted less observed; NaN where a station was never held out. */
    double[] error() {
        return error;
    }

    /** m, NaN where a station was never held out. */
    double[] distance() {
        return distance;
    }

    CrossValidation summary(Stations stations, int folds, double block) {
        double[] size = new double[error.length];
        int n = 0;
        double squares = 0.0;
        double absolute = 0.0;
        double sum = 0.0;
        for (int i = 0; i < error.length; i++) {
            if (!Double.isNaN(error[i])) {
                size[n++] = Math.abs(error[i]);
                squares += error[i] * error[i];
                absolute += Math.abs(error[i]);
                sum += stations.value()[i];
            }
        }
        double spread = 0.0;
        for (int i = 0; i < error.length; i++) {
            if (!Double.isNaN(error[i])) {
                double d = stations.value()[i] - sum / n;
                spread += d * d;
            }
        }
        Arrays.sort(size, 0, n);
        double median = n == 0 ? Double.NaN : 0.5 * (size[(n - 1) / 2] + size[n / 2]);
        return new CrossValidation(
                n, folds, block, Math.sqrt(squares / n), absolute / n, median, 1.0 - squares / spread);
    }
}
