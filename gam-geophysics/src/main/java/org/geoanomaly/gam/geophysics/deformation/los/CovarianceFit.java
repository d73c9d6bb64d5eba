package org.geoanomaly.gam.geophysics.deformation.los;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The exponential covariance whose semivariogram is nearest to that of data without deformation, which the caller chooses: the far field, or
 * the residuals of a model. A plane is taken away before, as it is in an inversion (Sudhaus and Jónsson 2009).
 */
public final class CovarianceFit {
    private static final int BINS = 24;
    private static final int PAIRS = 400_000;
    private static final int RANGES = 60;
    private static final int FEWEST = 10;

    private final double[] distance;
    private final double[] semivariance;
    private final int[] pairs;
    private final ExponentialCovariance covariance;

    private CovarianceFit(double[] distance, double[] semivariance, int[] pairs, ExponentialCovariance covariance) {
        this.distance = distance;
        this.semivariance = semivariance;
        this.pairs = pairs;
        this.covariance = covariance;
    }

    /**
     * Fits.
     *
     * @param easting m
     * @param northing m
     * @param value noise, m
     * @param seed of the choice of pairs where there are more than 400,000
     * @throws IllegalArgumentException if there are fewer than ten values, or all of them are at one place
     */
    public static CovarianceFit of(double[] easting, double[] northing, double[] value, long seed) {
        int n = value.length;
        if (n < FEWEST || easting.length != n || northing.length != n) {
            throw new IllegalArgumentException(
                    "a covariance needs at least " + FEWEST + " values and their places, not " + n);
        }
        double west = Arrays.stream(easting).min().orElse(0);
        double south = Arrays.stream(northing).min().orElse(0);
        double extent = Math.hypot(
                Arrays.stream(easting).max().orElse(0) - west,
                Arrays.stream(northing).max().orElse(0) - south);
        if (!(extent > 0.0)) {
            throw new IllegalArgumentException("a covariance needs values at different places");
        }
        Classes classes = new Classes(easting, northing, Plane.removed(easting, northing, value), 0.5 * extent);
        if ((long) n * (n - 1) / 2 <= PAIRS) {
            classes.addAll();
        } else {
            classes.addSome(new SplittableRandom(seed));
        }
        return fit(classes.sums, classes.count, classes.reach);
    }

    /** Sums of distances, then of half squared differences, and numbers of pairs by class of distance. */
    private static final class Classes {
        private final double[] easting;
        private final double[] northing;
        private final double[] value;
        private final double reach;
        private final double[] sums = new double[2 * BINS];
        private final int[] count = new int[BINS];

        Classes(double[] easting, double[] northing, double[] value, double reach) {
            this.easting = easting;
            this.northing = northing;
            this.value = value;
            this.reach = reach;
        }

        void addAll() {
            for (int i = 0; i < value.length; i++) {
                for (int j = i + 1; j < value.length; j++) {
                    add(i, j);
                }
            }
        }

        void addSome(SplittableRandom random) {
            int n = value.length;
            for (int pair = 0; pair < PAIRS; pair++) {
                int i = random.nextInt(n);
                add(i, (i + 1 + random.nextInt(n - 1)) % n);
            }
        }

        private void add(int i, int j) {
            double h = Math.hypot(easting[i] - easting[j], northing[i] - northing[j]);
            if (h < reach) {
                // the square root makes near classes narrow, where the semivariogram is steep
                int bin = (int) (BINS * Math.sqrt(h / reach));
                double d = value[i] - value[j];
                sums[bin] += h;
                sums[BINS + bin] += 0.5 * d * d;
                count[bin]++;
            }
        }
    }

    private static CovarianceFit fit(double[] sums, int[] count, double reach) {
        int used = (int) Arrays.stream(count).filter(c -> c > 0).count();
        double[] h = new double[used];
        double[] g = new double[used];
        int[] pairs = new int[used];
        int k = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                h[k] = sums[bin] / count[bin];
                g[k] = sums[BINS + bin] / count[bin];
                pairs[k++] = count[bin];
            }
        }
        ExponentialCovariance best = new ExponentialCovariance(0.0, reach, 0.0);
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < RANGES; r++) {
            double range = 0.005 * reach * Math.pow(200.0, r / (RANGES - 1.0));
            ExponentialCovariance tried = linear(h, g, pairs, range);
            double misfit = misfit(h, g, pairs, tried);
            if (misfit < least) {
                least = misfit;
                best = tried;
            }
        }
        return new CovarianceFit(h, g, pairs, best);
    }

    /** Sill and nugget, neither negative, for a range: weighted least squares with weights √pairs. */
    private static ExponentialCovariance linear(double[] h, double[] g, int[] pairs, double range) {
        double ww = 0;
        double wf = 0;
        double ff = 0;
        double wg = 0;
        double fg = 0;
        for (int k = 0; k < h.length; k++) {
            double w = Math.sqrt(pairs[k]);
            double f = -Math.expm1(-h[k] / range);
            ww += w;
            wf += w * f;
            ff += w * f * f;
            wg += w * g[k];
            fg += w * f * g[k];
        }
        double determinant = ww * ff - wf * wf;
        double sill = determinant > 1e-12 * ww * ff ? (ww * fg - wf * wg) / determinant : 0.0;
        double nugget = (wg - sill * wf) / ww;
        if (nugget < 0.0) {
            nugget = 0.0;
            sill = fg / ff;
        } else if (sill < 0.0) {
            sill = 0.0;
            nugget = wg / ww;
        }
        return new ExponentialCovariance(Math.max(0.0, sill), range, Math.max(0.0, nugget));
    }

    private static double misfit(double[] h, double[] g, int[] pairs, ExponentialCovariance c) {
        double sum = 0.0;
        for (int k = 0; k < h.length; k++) {
            double r = g[k] - c.semivariance(h[k]);
            sum += Math.sqrt(pairs[k]) * r * r;
        }
        return sum;
    }

    public ExponentialCovariance covariance() {
        return covariance;
    }

    /** Mean distance of the pairs in each class, m. */
    public double[] distance() {
        return distance.clone();
    }

    /** Half the mean squared difference in each class, m². */
    public double[] semivariance() {
        return semivariance.clone();
    }

    /** How many pairs are in each class. */
    public int[] pairs() {
        return pairs.clone();
    }
}
