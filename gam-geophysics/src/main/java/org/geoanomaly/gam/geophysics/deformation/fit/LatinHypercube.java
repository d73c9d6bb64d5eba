package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.SplittableRandom;

/** Places spread over a box: each of n equal parts of every side holds one (McKay, Beckman and Conover 1979). */
final class LatinHypercube {
    private LatinHypercube() {}

    static double[][] places(SearchBox box, int n, SplittableRandom random) {
        double[][] out = new double[n][box.size()];
        int[] order = new int[n];
        for (int k = 0; k < box.size(); k++) {
            for (int i = 0; i < n; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            for (int i = 0; i < n; i++) {
                out[i][k] = box.lower(k) + box.range(k) * (order[i] + random.nextDouble()) / n;
            }
        }
        return out;
    }
}
