package org.geoanomaly.gam.geophysics.deformation.los;

import java.util.SplittableRandom;

/** Draws of noise with an exponential covariance, by a Cholesky factor of its own. */
final class CorrelatedNoise {
    private final double[][] factor;

    CorrelatedNoise(double[] e, double[] n, ExponentialCovariance c) {
        factor = new double[e.length][e.length];
        for (int i = 0; i < e.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? c.sill() + c.nugget() + 1e-12 : c.at(Math.hypot(e[i] - e[j], n[i] - n[j]));
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
    }

    double[] draw(SplittableRandom random) {
        double[] z = random.ints(factor.length)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
        double[] out = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int k = 0; k <= i; k++) {
                out[i] += factor[i][k] * z[k];
            }
        }
        return out;
    }
}
