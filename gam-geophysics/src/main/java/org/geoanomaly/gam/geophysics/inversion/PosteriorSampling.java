package org.geoanomaly.gam.geophysics.inversion;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.solver.ConjugateGradients;
import org.geoanomaly.gam.geophysics.solver.ConjugateGradients.Tolerance;
import org.geoanomaly.gam.geophysics.solver.SymmetricMap;

/**
 * The diagonal of the posterior covariance (GᵀWG + βR)⁻¹ by random probing: x is drawn from the prior N(0, (βR)⁻¹), noise ε from N(0, W⁻¹), and
 * s = x − (GᵀWG + βR)⁻¹GᵀW(Gx + ε) is then an exact draw from the posterior (Matheron's rule; Papandreou and Yuille 2010). The mean of s² is an
 * unbiased estimate of the diagonal, as that of Bekas, Kokiopoulou and Saad (2007), without its dependence on elements off the diagonal. The
 * prior variance, averaged over a layer, serves as a control variate: deep down, where s follows x, most of the scatter cancels.
 */
final class PosteriorSampling {
    /** Part of a draw's own energy, which is the number of cells, that may be in error. */
    private static final double PRECISION = 1e-4;

    private static final int MAX_PRODUCTS = 500;

    private PosteriorSampling() {}

    /** How many draws, and from which seed. */
    record Plan(int samples, long seed) {
        Plan {
            if (samples < 2) {
                throw new IllegalArgumentException("a standard deviation needs two samples, not " + samples);
            }
        }
    }

    /**
     * Draws.
     *
     * @param noise variance of the data that a weight of 1 stands for; β then belongs to data so weighted
     */
    static Posterior of(NormalSystem system, boolean sparse, double beta, double noise, Plan plan) {
        int n = system.operator().columns();
        Moments moments = new Moments(n);
        SplittableRandom random = new SplittableRandom(plan.seed());
        SymmetricMap hessian = system.hessian(beta);
        SymmetricMap inverse = system.inverse(beta);
        SymmetricMap priorInverse = system.priorInverse(beta);
        SymmetricMap prior = (in, out) -> {
            system.norm().apply(in, out);
            for (int c = 0; c < out.length; c++) {
                out[c] *= beta;
            }
        };
        Tolerance tolerance = new Tolerance(PRECISION * n, 0.0, MAX_PRODUCTS);
        double[] right = new double[n];
        double[] x = new double[n];
        double[] correction = new double[n];
        double[] data = new double[system.operator().rows()];
        for (int draw = 0; draw < plan.samples(); draw++) {
            system.norm().sample(random, right);
            scale(right, Math.sqrt(beta));
            Arrays.fill(x, 0.0);
            ConjugateGradients.solve(prior, priorInverse, right, x, tolerance);
            system.operator().apply(x, data);
            for (int i = 0; i < data.length; i++) {
                data[i] += random.nextGaussian() / Math.sqrt(system.weights()[i]);
            }
            system.backProject(data, right);
            Arrays.fill(correction, 0.0);
            ConjugateGradients.solve(hessian, inverse, right, correction, tolerance);
            moments.add(x, correction);
        }
        return moments.posterior(system.norm(), sparse, noise);
    }

    private static void scale(double[] v, double factor) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
    }

    /** Sums of x², s² and their products, for each cell. */
    static final class Moments {
        private final double[] xx;
        private final double[] ss;
        private final double[] xxxx;
        private final double[] xxss;
        private int count;

        Moments(int n) {
            xx = new double[n];
            ss = new double[n];
            xxxx = new double[n];
            xxss = new double[n];
        }

        void add(double[] x, double[] correction) {
            for (int c = 0; c < xx.length; c++) {
                double s = x[c] - correction[c];
                double x2 = x[c] * x[c];
                double s2 = s * s;
                xx[c] += x2;
                ss[c] += s2;
                xxxx[c] += x2 * x2;
                xxss[c] += x2 * s2;
            }
            count++;
        }

        /** Each cell's prior variance is taken as inverse to its weight, with one factor for each layer; not for uneven norms. */
        Posterior posterior(ModelNorm norm, boolean uneven, double noise) {
            int layer = norm.mesh().nx() * norm.mesh().ny();
            double[] deviation = new double[xx.length];
            double[] prior = new double[xx.length];
            double[] resolution = new double[xx.length / layer];
            for (int k = 0; k < resolution.length; k++) {
                int from = k * layer;
                double level = 0.0;
                for (int c = from; c < from + layer; c++) {
                    level += xx[c] * norm.weight(c) / ((double) layer * count);
                }
                double slope = uneven ? 0.0 : slope(from, layer);
                double before = 0.0;
                double left = 0.0;
                for (int c = from; c < from + layer; c++) {
                    double drawn = xx[c] / count;
                    double expected = uneven ? drawn : level / norm.weight(c);
                    double after = ss[c] / count - slope * (drawn - expected);
                    after = Math.max(after, 0.05 * ss[c] / count);
                    before += expected;
                    left += after;
                    deviation[c] = Math.sqrt(noise * after);
                    prior[c] = Math.sqrt(noise * expected);
                }
                resolution[k] = Math.min(1.0, Math.max(0.0, 1.0 - left / before));
            }
            return new Posterior(deviation, prior, resolution);
        }

        /** Regression of s² on x² over the draws, pooled over the layer. */
        private double slope(int from, int layer) {
            double covariance = 0.0;
            double variance = 0.0;
            for (int c = from; c < from + layer; c++) {
                covariance += xxss[c] - xx[c] * ss[c] / count;
                variance += xxxx[c] - xx[c] * xx[c] / count;
            }
            return variance > 0.0 ? Math.min(1.0, Math.max(0.0, covariance / variance)) : 0.0;
        }
    }
}
