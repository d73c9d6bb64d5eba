package org.geoanomaly.gam.pipeline.preprocess.insar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.geoanomaly.gam.geophysics.deformation.los.CovarianceFit;
import org.geoanomaly.gam.geophysics.deformation.los.ExponentialCovariance;
import org.geoanomaly.gam.geophysics.deformation.los.FarField;
import org.geoanomaly.gam.geophysics.deformation.los.LosQuadtree;

/** The noise of a track, and its points thinned out to what an inversion can carry. */
final class LosReduction {
    /** No line-of-sight displacement is better than this: what no neighbour shares, m. */
    private static final double LEAST_DEVIATION = 1e-4;

    /** A square is divided only if its values vary by more than what noise alone does. */
    private static final double ABOVE_NOISE = 2;

    private static final int FEWEST_FOR_NOISE = 50;

    /** Squares along a side at least, where points are many: that nothing moves is to be known everywhere. */
    private static final int FEWEST_ALONG_SIDE = 8;

    private final int most;
    private final double spacing;
    private final double smallest;
    private final long seed;

    /**
     * @param most points that may be left
     * @param spacing of the points, m
     * @param smallest side of a square of the quadtree, in spacings
     */
    LosReduction(int most, double spacing, int smallest, long seed) {
        this.most = most;
        this.spacing = spacing;
        this.smallest = smallest * spacing;
        this.seed = seed;
    }

    /**
     * What is left of a track.
     *
     * @param points with an uncertainty each
     * @param covariance of the noise that they share
     */
    record Reduced(LosPoints points, ExponentialCovariance covariance) {}

    Reduced reduce(LosPoints track, List<String> notes) {
        double[] e = track.column(LosPoints.EASTING);
        double[] n = track.column(LosPoints.NORTHING);
        double[] value = track.column(LosPoints.VALUE);
        ExponentialCovariance noise = noise(e, n, value);
        double own = meanSquare(track.column(LosPoints.UNCERTAINTY));
        double nugget = Math.max(Double.isNaN(own) ? noise.nugget() : own, LEAST_DEVIATION * LEAST_DEVIATION);
        LosPoints kept = track;
        if (track.size() > most) {
            LosQuadtree tree = LosQuadtree.ofAtMost(
                    e,
                    n,
                    value,
                    new LosQuadtree.Rule(
                            ABOVE_NOISE * Math.max(nugget, noise.nugget()), smallest, largest(e, n)),
                    most);
            kept = means(track, tree);
        }
        kept = kept.with(LosPoints.UNCERTAINTY, deviations(kept.column(LosPoints.UNCERTAINTY), nugget));
        notes.add(String.format(
                Locale.ROOT,
                "track %.0f: %d points%s; noise of the far field: %.3g m correlated over %.3g km, and %.3g m at each point.",
                track.get(LosPoints.TRACK, 0),
                kept.size(),
                kept.size() < track.size() ? " of a quadtree stand for " + track.size() : "",
                Math.sqrt(noise.sill()),
                noise.range() / 1000,
                Math.sqrt(nugget)));
        return new Reduced(kept, noise);
    }

    private ExponentialCovariance noise(double[] e, double[] n, double[] value) {
        int[] far = FarField.of(e, n, value);
        boolean spread = far.length >= FEWEST_FOR_NOISE && extent(e, far) + extent(n, far) > 0;
        if (!spread) {
            return new ExponentialCovariance(0, 1000, LEAST_DEVIATION * LEAST_DEVIATION);
        }
        ExponentialCovariance fitted = CovarianceFit.of(pick(e, far), pick(n, far), pick(value, far), seed)
                .covariance();
        // what not even the nearest pixels share is noise of each
        return fitted.range() < 2 * spacing
                ? new ExponentialCovariance(0, 2 * spacing, fitted.nugget() + fitted.sill())
                : fitted;
    }

    /** The side of the squares of a quiet scene: halved as long as no more than a quarter of the points that may be left are used up. */
    private double largest(double[] e, double[] n) {
        int[] all = IntStream.range(0, e.length).toArray();
        int along = 1;
        while (along < FEWEST_ALONG_SIDE && 16 * along * along <= most) {
            along *= 2;
        }
        return Math.max(smallest, Math.max(extent(e, all), extent(n, all)) / along);
    }

    private static double extent(double[] x, int[] rows) {
        double least = Arrays.stream(rows).mapToDouble(i -> x[i]).min().orElse(0);
        return Arrays.stream(rows).mapToDouble(i -> x[i]).max().orElse(0) - least;
    }

    private static double[] pick(double[] x, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> x[i]).toArray();
    }

    /** NaN if none is known. */
    private static double meanSquare(double[] deviation) {
        double[] known = Arrays.stream(deviation)
                .filter(Double::isFinite)
                .map(v -> v * v)
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : known[known.length / 2];
    }

    private static double[] deviations(double[] known, double nugget) {
        double[] out = new double[known.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(Double.isNaN(known[i]) ? Math.sqrt(nugget) : known[i], LEAST_DEVIATION);
        }
        return out;
    }

    /** One point for each square: means, and the deviation of the mean of independent points. */
    private static LosPoints means(LosPoints track, LosQuadtree tree) {
        double[][] out = new double[LosPoints.COLUMNS][];
        for (int c = 0; c < LosPoints.COLUMNS; c++) {
            out[c] = tree.mean(track.column(c));
        }
        double[] squares = Arrays.stream(track.column(LosPoints.UNCERTAINTY))
                .map(v -> v * v)
                .toArray();
        double[] mean = tree.mean(squares);
        for (int s = 0; s < tree.size(); s++) {
            out[LosPoints.UNCERTAINTY][s] = Math.sqrt(mean[s] / tree.count(s));
            double norm = Math.sqrt(
                    sq(out[LosPoints.LOS_EAST][s]) + sq(out[LosPoints.LOS_NORTH][s]) + sq(out[LosPoints.LOS_UP][s]));
            for (int c = LosPoints.LOS_EAST; c <= LosPoints.LOS_UP; c++) {
                out[c][s] /= norm;
            }
            out[LosPoints.TRACK][s] = track.get(LosPoints.TRACK, 0);
        }
        return new LosPoints(out);
    }

    private static double sq(double v) {
        return v * v;
    }
}
