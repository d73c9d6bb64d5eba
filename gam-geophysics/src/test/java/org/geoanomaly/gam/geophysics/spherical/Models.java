package org.geoanomaly.gam.geophysics.spherical;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.geoanomaly.gam.geophysics.gravity.Ellipsoid;

/** Models that the tests of this package share. */
final class Models {
    static final double GM = 3.986004415e14;
    static final double RADIUS = 6_378_136.3;
    static final NormalField WGS84 = NormalField.of(Ellipsoid.WGS84);

    private Models() {}

    /** An Earth-like model: central term, flattening and random coefficients after Kaula's rule. */
    static GravityModel kaula(int degree, long seed) {
        HarmonicCoefficients c = new HarmonicCoefficients(degree);
        Random random = new Random(seed);
        for (int n = 2; n <= degree; n++) {
            double size = 1e-5 / ((double) n * n);
            for (int m = 0; m <= n; m++) {
                c.set(n, m, size * random.nextGaussian(), size * random.nextGaussian());
            }
        }
        c.set(0, 0, 1.0, 0.0);
        c.set(2, 0, -4.84165371736e-4, 0.0);
        return GravityModel.of("kaula", GM, RADIUS, c, TideSystem.TIDE_FREE);
    }

    /** Runs something with an executor of its own. */
    static double[] on(int threads, java.util.function.Function<ExecutorService, double[]> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            return work.apply(executor);
        } finally {
            executor.shutdownNow();
        }
    }
}
