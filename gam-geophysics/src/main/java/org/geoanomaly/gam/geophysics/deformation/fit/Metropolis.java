package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws from the posterior by random walk (Metropolis et al. 1953), flat prior within the box for places and without limits for strengths, as
 * in Bagnardi and Hooper (2018). Strengths are integrated out of the walk, which leaves exp(−χ²/2) / √det AᵀA of the places, and are then drawn
 * for each place. Steps follow the covariance at the minimum, and that of the walk itself after the first half of the burn-in; then they stay.
 */
final class Metropolis {
    /** Acceptance that is aimed at in few dimensions (Roberts, Gelman and Gilks 1997). */
    private static final double ACCEPTANCE = 0.28;

    private final SeparableMisfit misfit;
    private final SearchBox box;
    private final double noise;
    private final SplittableRandom random;
    private final int n;
    private double[][] step;
    private double scale;
    private double[] place;
    private double density;
    private double[] strengths;
    private double[][] factor;
    private int accepted;

    /**
     * A walk that begins at the minimum.
     *
     * @param curvature JᵀJ there in units of the box
     * @param noise variance of the whitened data
     */
    Metropolis(
            SeparableMisfit misfit,
            SearchBox box,
            double[] start,
            double[][] curvature,
            double noise,
            SplittableRandom random) {
        this.misfit = misfit;
        this.box = box;
        this.noise = noise;
        this.random = random;
        this.n = start.length;
        double[][] precision = new double[n][];
        for (int a = 0; a < n; a++) {
            precision[a] = curvature[a].clone();
            for (int b = 0; b < n; b++) {
                precision[a][b] /= noise;
            }
            // a number that the data do not know moves within its limits
            precision[a][a] += 12.0;
        }
        this.step = SmallSystem.cholesky(SmallSystem.inverse(precision));
        this.scale = 2.38 / Math.sqrt(n);
        this.place = start.clone();
        this.density = density(place);
        this.strengths = misfit.strengths().clone();
        this.factor = misfit.factor();
    }

    /** Places and strengths of each step after the burn-in. */
    double[][] run(int burnIn, int samples) {
        double[][] first = new double[burnIn][];
        for (int i = 0; i < burnIn; i++) {
            boolean moved = step();
            first[i] = place;
            scale *= Math.exp((moved ? 1.0 - ACCEPTANCE : -ACCEPTANCE) / Math.sqrt(10.0 + i % (burnIn / 2 + 1)));
            if (i == burnIn / 2) {
                learn(Arrays.copyOfRange(first, burnIn / 8, burnIn / 2));
                scale = 2.38 / Math.sqrt(n);
            }
        }
        accepted = 0;
        double[][] out = new double[samples][];
        for (int i = 0; i < samples; i++) {
            if (step()) {
                accepted++;
            }
            out[i] = draw();
        }
        return out;
    }

    double acceptance(int samples) {
        return (double) accepted / samples;
    }

    private boolean step() {
        double[] z = new double[n];
        for (int a = 0; a < n; a++) {
            z[a] = random.nextGaussian();
        }
        double[] tried = place.clone();
        for (int a = 0; a < n; a++) {
            double sum = 0;
            for (int b = 0; b <= a; b++) {
                sum += step[a][b] * z[b];
            }
            tried[a] += scale * sum * box.range(a);
        }
        double chance = Math.log(1.0 - random.nextDouble());
        if (!box.holds(tried)) {
            return false;
        }
        double d = density(tried);
        if (chance >= d - density) {
            return false;
        }
        place = tried;
        density = d;
        strengths = misfit.strengths().clone();
        factor = misfit.factor();
        return true;
    }

    private double density(double[] q) {
        return -0.5 * misfit.at(q) / noise - misfit.logFactor();
    }

    private double[] draw() {
        double[] z = new double[strengths.length];
        for (int a = 0; a < z.length; a++) {
            z[a] = Math.sqrt(noise) * random.nextGaussian();
        }
        SmallSystem.backward(factor, z);
        double[] out = Arrays.copyOf(place, n + z.length);
        for (int a = 0; a < z.length; a++) {
            out[n + a] = strengths[a] + z[a];
        }
        return out;
    }

    private void learn(double[][] walk) {
        double[] mean = new double[n];
        for (double[] q : walk) {
            for (int a = 0; a < n; a++) {
                mean[a] += q[a] / walk.length;
            }
        }
        double[][] covariance = new double[n][n];
        for (double[] q : walk) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    covariance[a][b] += (q[a] - mean[a]) / box.range(a) * (q[b] - mean[b]) / box.range(b) / walk.length;
                }
            }
        }
        for (int a = 0; a < n; a++) {
            covariance[a][a] = covariance[a][a] * (1.0 + 1e-6) + 1e-14;
        }
        step = SmallSystem.cholesky(covariance);
    }
}
